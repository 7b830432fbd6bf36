using System.Xml;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>Reads the rows of a file: an Excel workbook (its first sheet that is shown) or CSV, told apart by content.</summary>
public static class SheetFile
{
    private static readonly byte[] Zip = "PK\u0003\u0004"u8.ToArray();
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>
    /// Refuses <c>sheet.not-readable</c>, <c>sheet.too-large</c>, each with the sheet, row and column that it met.
    /// Empty rows are left out; there is at least a heading.
    /// </summary>
    /// <param name="file">Can be sought; left open.</param>
    /// <param name="stop">Ends the reading.</param>
    public static Outcome<IReadOnlyList<SheetRow>> Read(Stream file, CancellationToken stop)
    {
        if (file.Length > SheetLimits.Bytes)
        {
            return SheetRefusals.SheetTooLarge;
        }

        var start = Start(file);
        var reading = new SheetReading(stop);
        try
        {
            return start.SequenceEqual(Ole) ? SheetRefusals.SheetLocked
                : Collect(start.SequenceEqual(Zip) ? XlsxReader.Rows(file, reading) : CsvRows.Read(file, reading), reading);
        }
        catch (SheetRefusedException no)
        {
            return no.Refusal;
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException
            or NotSupportedException or FormatException or OverflowException)
        {
            return reading.Place is { } place ? SheetRefusals.SheetDamagedAt(place) : SheetRefusals.SheetUnreadable;
        }
    }

    private static ReadOnlySpan<byte> Start(Stream file)
    {
        var start = new byte[4];
        file.Position = 0;
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return start.AsSpan(0, length);
    }

    private static Outcome<IReadOnlyList<SheetRow>> Collect(IEnumerable<SheetRow> rows, SheetReading reading)
    {
        var kept = new List<SheetRow>();
        foreach (var row in rows.Where(r => !r.IsEmpty))
        {
            kept.Add(row);
            _ = kept.Count <= SheetLimits.Rows + 1 ? 0 : throw reading.TooLarge("row");
        }

        return kept.Count == 0 ? SheetRefusals.SheetEmpty : kept;
    }
}
