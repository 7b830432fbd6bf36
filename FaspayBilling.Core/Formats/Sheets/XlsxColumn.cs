namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>Columns of a workbook by number, from 0, and by letters.</summary>
internal static class XlsxColumn
{
    /// <summary><c>A</c> is 0, <c>AA</c> is 26.</summary>
    public static string Letters(int column) =>
        (column < 26 ? "" : Letters((column / 26) - 1)) + (char)('A' + (column % 26));

    /// <summary>The column of a reference such as <c>CW12</c>; null when none is named.</summary>
    public static int? Of(string? reference)
    {
        var column = 0;
        for (var i = 0; i < Math.Min(4, reference?.Length ?? 0) && char.IsAsciiLetterUpper(reference![i]); i++)
        {
            column = (column * 26) + reference[i] - 'A' + 1;
        }

        return column == 0 ? null : column - 1;
    }
}
