using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>One reading of one file: where it stands, and what it may still take.</summary>
internal sealed class SheetReading(CancellationToken stop)
{
    private const int TextItself = 32;

    private long unpacked;
    private long kept;
    private int nodes;
    private int step;

    /// <summary>The name of the sheet; null in a CSV file or before a workbook's sheet was found.</summary>
    public string? Sheet { get; set; }

    /// <summary>From 1, as in the file; 0 before the first.</summary>
    public int Row { get; set; }

    /// <summary>From 0; null between the cells.</summary>
    public int? Column { get; set; }

    /// <summary>As a person finds it: <c>Sheet “Data”, row 3, column CW</c>; null when nothing was found yet.</summary>
    public Message? Place => PlaceOf(Sheet, Row, Column);

    /// <summary>A place in words; null when nothing of it is known.</summary>
    public static Message? PlaceOf(string? sheet, int row, int? column)
    {
        (string, Value)[] found =
        [
            .. sheet is null ? [] : new (string, Value)[] { ("sheet", sheet) },
            .. row == 0 ? [] : new (string, Value)[] { ("row", Value.Plain(row)) },
            .. row == 0 || column is not { } at ? [] : new (string, Value)[] { ("column", XlsxColumn.Letters(at)) },
        ];
        return found.Length == 0 ? null : Message.Of($"sheet.at:{string.Join('-', found.Select(f => f.Item1))}", found);
    }

    /// <summary>A sheet begins.</summary>
    public void Begin(string? sheet) => (Sheet, Row, Column) = (sheet, 0, null);

    /// <summary>A row begins.</summary>
    public void At(int row)
    {
        stop.ThrowIfCancellationRequested();
        (Row, Column) = (row, null);
    }

    /// <summary>The next node of XML: counted, and as large as a step may be.</summary>
    public void Next()
    {
        step = 0;
        if (++nodes % 4096 == 0)
        {
            stop.ThrowIfCancellationRequested();
        }

        _ = nodes <= SheetLimits.Nodes ? 0 : throw TooLarge("cells");
    }

    /// <summary>Bytes of a packed part as they come out.</summary>
    public int Unpacked(int bytes)
    {
        _ = (unpacked += bytes) <= SheetLimits.Unpacked ? 0 : throw TooLarge("unpacked");
        return Taken(bytes);
    }

    /// <summary>Bytes that were read in this step.</summary>
    public int Taken(int bytes) => (step += bytes) <= SheetLimits.Step ? bytes : throw TooLarge("step");

    /// <summary>A text that stays in memory.</summary>
    public string Keep(string text)
    {
        _ = text.Length <= SheetLimits.Cell ? 0 : throw TooLarge("cell");
        _ = (kept += TextItself + (2L * text.Length)) <= SheetLimits.Kept ? 0 : throw TooLarge("texts");
        return text;
    }

    /// <summary>Too much of something; <paramref name="found"/> is the variant of <c>sheet.limit</c> that says of what.</summary>
    public SheetRefusedException TooLarge(string found) =>
        new(SheetRefusals.SheetTooLargeAt(Place ?? Message.Of("sheet.at"), Message.Of($"sheet.limit:{found}")));
}
