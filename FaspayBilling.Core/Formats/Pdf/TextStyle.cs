namespace FaspayBilling.Core.Formats.Pdf;

/// <summary>How a text is set.</summary>
/// <param name="Size">Points.</param>
/// <param name="Bold">Bold face.</param>
/// <param name="Quiet">Grey, for what helps rather than tells.</param>
internal readonly record struct TextStyle(double Size, bool Bold = false, bool Quiet = false)
{
    public static readonly TextStyle Body = new(9);
    public static readonly TextStyle Strong = new(9, Bold: true);
    public static readonly TextStyle Small = new(8, Quiet: true);
    public static readonly TextStyle Label = new(8, Bold: true, Quiet: true);
    public static readonly TextStyle Name = new(11, Bold: true);
    public static readonly TextStyle Title = new(20, Bold: true);
    public static readonly TextStyle Sum = new(11, Bold: true);

    /// <summary>From one line to the next, in points.</summary>
    public double Line => Size * 1.3;

    /// <summary>From the top of a line to where its letters stand, in points.</summary>
    public double Ascent => Size * 1.0;
}
