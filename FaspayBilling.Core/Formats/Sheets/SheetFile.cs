using System.Xml;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>Reads the rows of a file: an Excel workbook (what is shown of it) or CSV, told apart by content.</summary>
public static class SheetFile
{
    private static readonly byte[] Zip = "PK\u0003\u0004"u8.ToArray();
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>
    /// The first sheet that is shown. Refuses <c>sheet.not-readable</c>, <c>sheet.too-large</c>, each with the sheet, row and column that
    /// it met. Empty rows are left out; there is at least a heading.
    /// </summary>
    /// <param name="file">Can be sought; left open.</param>
    /// <param name="stop">Ends the reading.</param>
    public static Outcome<IReadOnlyList<SheetRow>> Read(Stream file, CancellationToken stop) =>
        Opened<IReadOnlyList<SheetRow>>(file, stop, (source, reading) =>
            Collect(source.Filled(0), reading) is { Count: > 0 } rows ? rows : SheetRefusals.SheetEmpty);

    /// <summary>
    /// The table whose heading knows the most columns, in whatever sheet that is shown and below whatever title. Refuses as
    /// <see cref="Read"/> does.
    /// </summary>
    /// <param name="file">Can be sought; left open.</param>
    /// <param name="columns">How many of the wanted columns a row names.</param>
    /// <param name="stop">Ends the reading.</param>
    public static Outcome<SheetTable> Find(Stream file, Func<SheetRow, int> columns, CancellationToken stop) =>
        Opened<SheetTable>(file, stop, (source, reading) =>
        {
            var (sheet, above) = Heading(source, columns);
            var rows = Collect(source.Filled(sheet).Skip(above), reading);
            return rows.Count == 0
                ? SheetRefusals.SheetEmpty
                : new SheetTable(reading.Sheet, source.Names, rows[0], [.. rows.Skip(1)]);
        });

    // Without any the first filled row of the file; a sheet that is too large for a table is passed over while another has the heading.
    private static (int Sheet, int Above) Heading(SheetSource source, Func<SheetRow, int> columns)
    {
        var (best, known, refused) = ((Sheet: -1, Above: 0), 0, (SheetRefusedException?)null);
        for (var sheet = 0; sheet < source.Count; sheet++)
        {
            try
            {
                foreach (var (row, above) in source.Filled(sheet).Take(SheetTable.HeadingWithin).Select((row, above) => (row, above)))
                {
                    var found = columns(row);
                    (best, known) = found > known || best.Sheet < 0 ? ((sheet, above), found) : (best, known);
                }
            }
            catch (SheetRefusedException no)
            {
                refused ??= no;
            }
        }

        return known == 0 && refused is not null ? throw new SheetRefusedException(refused.Refusal) : (Math.Max(0, best.Sheet), best.Above);
    }

    private static Outcome<T> Opened<T>(Stream file, CancellationToken stop, Func<SheetSource, SheetReading, Outcome<T>> read)
    {
        if (file.Length > SheetLimits.Bytes)
        {
            return SheetRefusals.SheetTooLarge;
        }

        var start = Start(file);
        var reading = new SheetReading(stop);
        try
        {
            if (start.SequenceEqual(Ole))
            {
                return SheetRefusals.SheetLocked;
            }

            using SheetSource source = start.SequenceEqual(Zip) ? new WorkbookSource(file, reading) : new CsvSource(file, reading);
            return read(source, reading);
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

    private static List<SheetRow> Collect(IEnumerable<SheetRow> rows, SheetReading reading)
    {
        var kept = new List<SheetRow>();
        foreach (var row in rows)
        {
            kept.Add(row);
            _ = kept.Count <= SheetLimits.Rows + 1 ? 0 : throw reading.TooLarge("row");
        }

        return kept;
    }
}
