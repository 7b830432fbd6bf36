namespace FaspayBilling.Core.Formats.Pdf;

/// <summary>A4 pages that fill from top to bottom; points.</summary>
internal sealed class PageFlow(Action<PageFlow> continued)
{
    public const double PageWidth = 595;
    public const double PageHeight = 842;
    public const double Left = 42;
    public const double Right = PageWidth - 42;
    public const double Top = 42;
    public const double Bottom = PageHeight - 56;
    public const double Width = Right - Left;

    private readonly List<PageItems> pages = [new()];

    public IReadOnlyList<PageItems> Pages => pages;

    /// <summary>Where the next thing goes.</summary>
    public double Y { get; set; } = Top;

    public PageItems Page => pages[^1];

    /// <summary>Goes on to the next page when so much does not fit here; true when it did.</summary>
    public bool Need(double height)
    {
        if (Y + height <= Bottom)
        {
            return false;
        }

        pages.Add(new PageItems());
        Y = Top;
        continued(this);
        return true;
    }

    /// <summary>A text of one line at a height of its own.</summary>
    public void Text(double x, double y, string text, TextStyle lettering)
    {
        if (text.Length > 0)
        {
            Page.Texts.Add(new PlacedText(x, y, Typeface.Width(text, lettering), text, lettering));
        }
    }

    /// <summary>A text of one line that ends at <paramref name="right"/>.</summary>
    public void TextEnd(double right, double y, string text, TextStyle lettering) =>
        Text(right - Typeface.Width(text, lettering), y, text, lettering);

    /// <summary>As many lines as it takes from <paramref name="y"/> on, all on this page; answers where they end.</summary>
    public double Block(double x, double y, double width, string text, TextStyle lettering)
    {
        foreach (var line in Wrapping.Lines(text, lettering, width))
        {
            Text(x, y, line, lettering);
            y += lettering.Line;
        }

        return y;
    }

    /// <summary>Lines that flow over as many pages as they need.</summary>
    public void Flow(string text, TextStyle lettering)
    {
        foreach (var line in Wrapping.Lines(text, lettering, Width))
        {
            Need(lettering.Line);
            Text(Left, Y, line, lettering);
            Y += lettering.Line;
        }
    }

    public void Rule(double y, bool strong = false, double from = Left) => Page.Rules.Add(new PlacedRule(from, y, Right - from, strong));
}
