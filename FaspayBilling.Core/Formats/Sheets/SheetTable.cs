using System.Globalization;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>A table that was found in a file.</summary>
/// <param name="Sheet">The sheet that holds it; null in a CSV file.</param>
/// <param name="Sheets">All that were looked at; empty for a CSV file.</param>
/// <param name="Heading">The row that names its columns; the first of the file when no row does.</param>
/// <param name="Rows">The filled rows below it.</param>
public sealed record SheetTable(string? Sheet, IReadOnlyList<string> Sheets, SheetRow Heading, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>How many filled rows of a sheet are looked at for the heading.</summary>
    public const int HeadingWithin = 20;

    /// <summary>Where the heading stands, as a person finds it: <c>Sheet “Data”, row 3</c>.</summary>
    public Message Place => SheetReading.PlaceOf(Sheet, Heading.Line, null)!;

    /// <summary>A cell as spreadsheets name it: <c>E2</c>.</summary>
    public static string CellName(int column, int line) => XlsxColumn.Letters(column) + line.ToString(CultureInfo.InvariantCulture);
}
