namespace FaspayBilling.Core.Formats.Pdf;

/// <summary>One page as it will be drawn; points from the upper left corner.</summary>
internal sealed class PageItems
{
    public List<PlacedText> Texts { get; } = [];

    public List<PlacedRule> Rules { get; } = [];

    public List<PlacedBox> Boxes { get; } = [];

    public PlacedLogo? Logo { get; set; }
}

/// <summary>A text of one line.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">As measured.</param>
/// <param name="Text">One line, nothing but letters and signs.</param>
/// <param name="TextStyle">How it is set.</param>
internal sealed record PlacedText(double X, double Y, double Width, string Text, TextStyle TextStyle);

/// <summary>A horizontal line.</summary>
internal sealed record PlacedRule(double X, double Y, double Width, bool Strong);

/// <summary>A grey background.</summary>
internal sealed record PlacedBox(double X, double Y, double Width, double Height);

/// <summary>The picture at the head of the first page.</summary>
internal sealed record PlacedLogo(double X, double Y, double Width, double Height, byte[] Bytes);
