using System.Globalization;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;

namespace FaspayBilling.Core.Formats.Pdf;

/// <summary>The lines of an invoice as a table whose head stands on every page it reaches.</summary>
internal sealed class InvoiceTable
{
    private const double Gap = 12;
    private const double Pad = 4;
    private const double NarrowestName = 150;
    private const int LongestUnit = 10;

    private readonly IReadOnlyList<Column> columns;
    private readonly IReadOnlyList<Row> rows;
    private readonly TextStyle cell;
    private readonly double nameWidth;
    private readonly string nameHead;

    public InvoiceTable(InvoicePdfModel document, InvoiceWords words)
    {
        var discounts = document.Lines.Any(l => l.Discount != 0);
        nameHead = words.Item;
        rows = [.. document.Lines.Select((line, i) => RowOf(line, i + 1, discounts, words))];
        string[] heads = discounts
            ? ["", words.Quantity, $"{words.Price} (Rp)", $"{words.Discount} (Rp)", $"{words.Amount} (Rp)"]
            : ["", words.Quantity, $"{words.Price} (Rp)", $"{words.Amount} (Rp)"];

        // What is in the columns of numbers says how wide they are; letters shrink before two of them meet.
        cell = TextStyle.Body;
        columns = Columns(heads);
        while ((nameWidth = PageFlow.Width - columns.Sum(c => c.Width + Gap)) < NarrowestName && cell.Size > 5)
        {
            cell = cell with { Size = cell.Size - 0.5 };
            columns = Columns(heads);
        }
    }

    /// <summary>Rows are being placed: a page that is begun now begins with the head.</summary>
    public bool IsOpen { get; private set; }

    private TextStyle HeadLetters => TextStyle.Label with { Size = Math.Min(TextStyle.Label.Size, cell.Size) };

    private double NameX => PageFlow.Left + columns[0].Width + Gap;

    public void Place(PageFlow flow)
    {
        Head(flow);
        IsOpen = true;
        foreach (var row in rows)
        {
            PlaceRow(flow, row);
        }

        IsOpen = false;
        flow.Y += 8;
    }

    public void Head(PageFlow flow)
    {
        var height = HeadLetters.Line + (2 * Pad);
        flow.Page.Boxes.Add(new PlacedBox(PageFlow.Left, flow.Y, PageFlow.Width, height));
        flow.Text(NameX, flow.Y + Pad, nameHead, HeadLetters);
        var right = PageFlow.Right - Pad;
        foreach (var column in columns.Skip(1).Reverse())
        {
            flow.TextEnd(right, flow.Y + Pad, column.Head, HeadLetters);
            right -= column.Width + Gap;
        }

        flow.Y += height + Pad;
    }

    private static Row RowOf(DocumentLine line, int position, bool discounts, InvoiceWords words)
    {
        var number = position.ToString(CultureInfo.InvariantCulture);

        // A long unit would take the name's room: it goes under it.
        var unit = Wrapping.OneLine(line.Unit);
        var quantity = unit.Length is 0 or > LongestUnit ? Rupiah.Number(line.Quantity) : $"{Rupiah.Number(line.Quantity)} {unit}";
        string?[] more =
        [
            unit.Length > LongestUnit ? unit : null,
            line.Luxury ? words.LuxuryGoods : null,
            line.LuxuryTaxRate == 0 ? null : $"{words.LuxuryTax} {Rupiah.Number(line.LuxuryTaxRate)}%",
        ];
        return new Row(line.Name, string.Join(", ", more.OfType<string>()), discounts
            ? [number, quantity, Plain(line.Price), Plain(line.Discount), Plain(line.Amount)]
            : [number, quantity, Plain(line.Price), Plain(line.Amount)]);
    }

    // The currency stands in the head.
    private static string Plain(decimal amount) => Rupiah.Text(amount).Replace("Rp ", "", StringComparison.Ordinal);

    private List<Column> Columns(string[] heads) =>
        [
            .. heads.Select((head, i) => new Column(
                head, rows.Select(r => Typeface.Width(r.Cells[i], cell)).Append(Typeface.Width(head, HeadLetters)).Max()))
        ];

    private void PlaceRow(PageFlow flow, Row row)
    {
        var width = Math.Max(nameWidth - Gap, 60);
        var name = Wrapping.Lines(row.Name, cell, width);
        var more = Wrapping.Lines(row.More, TextStyle.Small, width);
        var height = (Math.Max(name.Count, 1) * cell.Line) + (more.Count * TextStyle.Small.Line) + Pad;
        flow.Need(height);
        var y = flow.Y;
        flow.Text(PageFlow.Left + Pad, y, row.Cells[0], cell);
        var right = PageFlow.Right - Pad;
        for (var i = columns.Count - 1; i > 0; i--)
        {
            flow.TextEnd(right, y, row.Cells[i], cell);
            right -= columns[i].Width + Gap;
        }

        foreach (var line in name)
        {
            flow.Text(NameX, y, line, cell);
            y += cell.Line;
        }

        foreach (var line in more)
        {
            flow.Text(NameX, y, line, TextStyle.Small);
            y += TextStyle.Small.Line;
        }

        flow.Y += height;
        flow.Rule(flow.Y - (Pad / 2));
        flow.Y += Pad / 2;
    }

    private sealed record Column(string Head, double Width);

    private sealed record Row(string Name, string More, string[] Cells);
}
