using CsvHelper;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>
/// Rows of a CSV file (RFC 4180) as people write them: the separator is found in its first lines or said by <c>sep=;</c>,
/// quotes are read loosely.
/// </summary>
internal static class CsvRows
{
    /// <summary>A row's number is that of the line on which it begins. Empty rows come too.</summary>
    public static IEnumerable<SheetRow> Read(Stream file, SheetReading reading)
    {
        using var csv = CsvReader.Create(file, new CsvReaderOptions
        {
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            MaxRecordSize = SheetLimits.Step,
            Encoding = CsvEncoding.Of(file, reading),
        }, leaveOpen: true);
        for (var begun = false; Next(csv, reading);)
        {
            var row = new SheetRow(reading.Row, Cells(csv, reading));
            _ = begun || row.Cells.FirstOrDefault(c => !string.IsNullOrWhiteSpace(c)) is not { } first || !IsMarkup(first)
                ? 0
                : throw new SheetRefusedException(SheetRefusals.SheetMarkup);
            begun |= !row.IsEmpty;
            yield return row;
        }
    }

    // Everything else that is wrong with a row is read as loosely as it was written.
    private static bool Next(CsvReader csv, SheetReading reading)
    {
        reading.At(reading.Row + 1);
        try
        {
            var more = csv.Read();
            reading.At(more ? checked((int)csv.LineNumber) : reading.Row);
            return more;
        }
        catch (CsvFormatException)
        {
            throw reading.TooLarge("quote");
        }
    }

    private static bool IsMarkup(string cell) => cell.AsSpan().TrimStart() is ['<', ..];

    private static string[] Cells(CsvReader csv, SheetReading reading)
    {
        var cells = new string[Math.Min(csv.FieldCount, SheetLimits.Columns + 1)];
        for (var i = 0; i < cells.Length; i++)
        {
            reading.Column = i;
            _ = i < SheetLimits.Columns ? 0 : throw reading.TooLarge("column");
            cells[i] = reading.Keep(CellText.Seen(csv.GetString(i)));
            _ = cells[i].Contains('\0', StringComparison.Ordinal) ? throw new SheetRefusedException(SheetRefusals.SheetUnreadable) : 0;
        }

        reading.Column = null;
        return cells;
    }
}
