using System.Globalization;

namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>Reads the first visible sheet of an Excel workbook row by row, transitional or Strict Open XML.</summary>
internal sealed class XlsxReader(XlsxBook book, XlsxXml sheet, SheetReading reading)
{
    // Excel keeps 15 digits of a number; what is longer was cut by Excel and must not look like the customer's own.
    private const double Exact = 1e15;

    // From 1899-12-30 to 1904-01-01.
    private const int DaysTo1904 = 1462;

    private readonly List<string> cells = [];
    private readonly List<CellKind> kinds = [];

    /// <summary>Rows without a filled cell are left out.</summary>
    public static IEnumerable<SheetRow> Rows(Stream file, SheetReading reading)
    {
        using var book = new XlsxBook(file, reading);
        using var sheet = book.OpenSheet();
        var reader = new XlsxReader(book, sheet, reading);
        for (var rows = 0; sheet.Read() && !sheet.Ends("sheetData");)
        {
            if (sheet.Starts("row"))
            {
                reading.At(Number(sheet.Attribute("r")) ?? reading.Row + 1);
                _ = ++rows <= SheetLimits.SheetRows ? 0 : throw reading.TooLarge("sheet-rows");
                if (reader.Row() is { } row)
                {
                    yield return row;
                }
            }
        }
    }

    private SheetRow? Row()
    {
        cells.Clear();
        kinds.Clear();
        var next = 0;
        for (var (depth, more) = (sheet.Depth, !sheet.IsEmpty); more && sheet.Read() && sheet.Depth > depth;)
        {
            if (sheet.Starts("c"))
            {
                var column = XlsxColumn.Of(sheet.Attribute("r")) ?? next;
                next = column + 1;
                Cell(column);
            }
        }

        reading.Column = null;
        return cells.Count == 0 ? null : new SheetRow(reading.Row, [.. cells]) { Kinds = [.. kinds] };
    }

    private void Cell(int column)
    {
        reading.Column = column;
        var (type, style) = (sheet.Attribute("t"), sheet.Attribute("s"));
        var stored = sheet.Text(out var formula);
        var (text, kind) = stored.Length > 0 ? Value(stored, type, style)
            : ("", formula && type != "str" ? CellKind.Unresolved : CellKind.Empty);

        // Formatted cells far to the right are common; only what is filled counts.
        if (kind == CellKind.Empty)
        {
            return;
        }

        _ = column >= cells.Count ? 0 : throw new InvalidDataException("Cells are out of order.");
        _ = column < SheetLimits.Columns ? 0 : throw reading.TooLarge("column");
        while (cells.Count < column)
        {
            Add("", CellKind.Empty);
        }

        Add(text, kind);
    }

    private void Add(string text, CellKind kind)
    {
        cells.Add(text);
        kinds.Add(kind);
    }

    // Shared texts were kept where they were read.
    private (string Text, CellKind Kind) Value(string stored, string? type, string? style) => type switch
    {
        "s" => Filled(Number(stored) is { } index ? book.Texts[index] : throw new InvalidDataException("A shared text is missing.")),
        "inlineStr" or "str" => Filled(reading.Keep(XlsxText.Unescape(stored))),
        "b" => (stored.Trim() is "1" or "true" ? "TRUE" : "FALSE", CellKind.Boolean),
        "e" => (reading.Keep(stored), CellKind.Error),
        "d" => (reading.Keep(stored.Trim()), CellKind.Date),
        _ => Numeric(stored.Trim(), Number(style) is { } place && book.Days.Contains(place)),
    };

    private (string Text, CellKind Kind) Numeric(string stored, bool day)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return Filled(reading.Keep(stored));
        }

        var since1900 = day && book.From1904 ? number + DaysTo1904 : number;
        return (reading.Keep(Digits(since1900)), day ? CellKind.Date : CellKind.Number);
    }

    private static string Digits(double number) =>
        double.IsInteger(number) && Math.Abs(number) < Exact ? number.ToString("F0", CultureInfo.InvariantCulture)
        : number.ToString(Math.Abs(number) < Exact ? "R" : "E14", CultureInfo.InvariantCulture);

    private static (string Text, CellKind Kind) Filled(string text) => (text, text.Length == 0 ? CellKind.Empty : CellKind.Text);

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
