using System.Globalization;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>Reads a sheet of an Excel workbook row by row, transitional or Strict Open XML.</summary>
internal sealed class XlsxReader(XlsxBook book, XlsxXml sheet, SheetReading reading)
{
    // Excel keeps 15 digits of a number; what is longer was cut by Excel and must not look like the customer's own.
    private const double Exact = 1e15;

    private static readonly DateTime Epoch = new(1899, 12, 30);

    // From 1899-12-30 to 1904-01-01.
    private const int DaysTo1904 = 1462;

    private readonly List<string> cells = [];
    private readonly List<CellKind> kinds = [];

    /// <summary>Rows without a filled cell are left out.</summary>
    public static IEnumerable<SheetRow> Rows(XlsxBook book, int place, SheetReading reading)
    {
        using var sheet = book.OpenSheet(place);
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
        "s" => Filled(
            Number(stored) is { } index
                ? CellText.Seen(book.Texts[index])
                : throw new InvalidDataException("A shared text is missing.")),
        "inlineStr" or "str" => Filled(reading.Keep(CellText.Seen(XlsxText.Unescape(stored)))),
        "b" => (stored.Trim() is "1" or "true" ? "TRUE" : "FALSE", CellKind.Boolean),
        "e" => (reading.Keep(stored), CellKind.Error),
        "d" => IsoMoment.Jakarta(stored) is { } moment
            ? (reading.Keep(Digits((moment - Epoch).TotalDays)), CellKind.Date)
            : Filled(reading.Keep(stored.Trim())),
        _ => Numeric(stored.Trim(), Number(style) ?? 0),
    };

    private (string Text, CellKind Kind) Numeric(string stored, int style)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return Filled(reading.Keep(stored));
        }

        var day = book.Formats.Days.Contains(style);
        var digits = Digits(day && book.From1904 ? number + DaysTo1904 : number);
        return (reading.Keep(book.Formats.Zeros.TryGetValue(style, out var zeros) && digits.All(char.IsAsciiDigit)
            ? digits.PadLeft(zeros, '0')
            : digits), day ? CellKind.Date : CellKind.Number);
    }

    private static string Digits(double number) =>
        Math.Abs(number) >= Exact ? number.ToString("E14", CultureInfo.InvariantCulture) : Shown((decimal)number);

    // A decimal takes 15 digits of a double, as Excel shows it.
    private static string Shown(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    private static (string Text, CellKind Kind) Filled(string text) => (text, text.Length == 0 ? CellKind.Empty : CellKind.Text);

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
