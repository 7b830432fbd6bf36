namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>The text of a cell without what programs put around and into it, so that it is what a person means by it.</summary>
internal static class CellText
{
    /// <summary>
    /// <c>="0123"</c> and <c>'0123</c>, which keep a spreadsheet from making a number of it, are 0123; letters without a width are gone.
    /// </summary>
    public static string Seen(string text)
    {
        var seen = text.AsSpan().IndexOfAny('\u200B', '\u2060', '\uFEFF') < 0 ? text : string.Concat(text.Where(c => !IsNothing(c)));
        return seen.Trim() switch
        {
            ['=', '"', .. var inner, '"'] when inner.Replace("\"\"", "", StringComparison.Ordinal).IndexOf('"') < 0 =>
                inner.Replace("\"\"", "\"", StringComparison.Ordinal),
            ['\'', >= '0' and <= '9' or '+' or '=', ..] dressed => Seen(dressed[1..]),
            _ => seen,
        };
    }

    private static bool IsNothing(char c) => c is '\u200B' or '\u2060' or '\uFEFF';
}
