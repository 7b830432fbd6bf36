using System.Xml;
using FaspayBilling.Core.Domain;

namespace FaspayBilling.Core.Sheets;

/// <summary>Reads the rows of a file: an Excel workbook (its first sheet) or CSV, told apart by content, not by name.</summary>
public static class SheetFile
{
    private static readonly byte[] Zip = "PK\u0003\u0004"u8.ToArray();
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Refuses <c>sheet.not-readable</c>, <c>sheet.too-large</c>. Empty rows are left out; there is at least a heading.</summary>
    /// <param name="file">Can be sought.</param>
    /// <param name="stop">Ends the reading.</param>
    public static Outcome<IReadOnlyList<SheetRow>> Read(Stream file, CancellationToken stop)
    {
        if (file.Length > SheetLimits.Bytes)
        {
            return Refusals.SheetTooLarge;
        }

        var start = new byte[4];
        file.Position = 0;
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        try
        {
            return length == 4 && start.SequenceEqual(Ole) ? Refusals.SheetLocked : Collect(length == 4 && start.SequenceEqual(Zip) ? XlsxReader.Rows(file) : CsvRows.Read(file), stop);
        }
        catch (SheetTooLargeException)
        {
            return Refusals.SheetTooLarge;
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException or NotSupportedException or FormatException or OverflowException)
        {
            return Refusals.SheetUnreadable;
        }
    }

    private static Outcome<IReadOnlyList<SheetRow>> Collect(IEnumerable<SheetRow> rows, CancellationToken stop)
    {
        var kept = new List<SheetRow>();
        foreach (var row in rows)
        {
            stop.ThrowIfCancellationRequested();
            if (row.Cells.Count > SheetLimits.Columns)
            {
                return Refusals.SheetTooLarge;
            }

            if (!row.IsEmpty)
            {
                kept.Add(row);
            }

            if (kept.Count > SheetLimits.Rows + 1)
            {
                return Refusals.SheetTooLarge;
            }
        }

        return kept.Count == 0 ? Refusals.SheetEmpty : kept;
    }
}
