using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Texts;

namespace FaspayBilling.Core.Formats.Pdf;

/// <summary>The sums under the lines, kept together on one page.</summary>
internal static class InvoiceTotals
{
    private const double From = PageFlow.Right - 270;
    private const double Gap = 14;

    public static void Place(PageFlow flow, InvoicePdfModel document, InvoiceWords words)
    {
        var rows = Rows(document, words).ToList();
        flow.Need(rows.Sum(Height) + 6);
        foreach (var row in rows)
        {
            if (row.Sum)
            {
                flow.Rule(flow.Y, strong: true, from: From);
                flow.Y += 5;
            }

            flow.TextEnd(PageFlow.Right - 4, flow.Y, row.Value, row.TextStyle);
            flow.Block(From, flow.Y, Room(row), row.Name, row.TextStyle);
            flow.Y += Height(row);
        }
    }

    private static double Room(Row row) => PageFlow.Right - 4 - From - Gap - Typeface.Width(row.Value, row.TextStyle);

    private static double Height(Row row) =>
        (Wrapping.Lines(row.Name, row.TextStyle, Room(row)).Count * row.TextStyle.Line) + (row.Sum ? 7 : 2);

    private static IEnumerable<Row> Rows(InvoicePdfModel document, InvoiceWords words)
    {
        if (document.Discount != 0)
        {
            yield return new Row(words.Gross, Rupiah.Text(document.Gross));
            yield return new Row(words.Discount, Rupiah.Text(-document.Discount));
        }

        if (document.InvoiceTax)
        {
            foreach (var row in Tax(document, words))
            {
                yield return row;
            }
        }

        if (document.Rounding != 0)
        {
            yield return new Row(words.Rounding, Rupiah.Text(document.Rounding));
        }

        yield return new Row(words.Total, Rupiah.Text(document.Total), Sum: true);
        if (document.Cancelled
            || document.Title is not (InvoiceTitle.Invoice or InvoiceTitle.DebitNote)
            || (document.Paid == 0 && document.Deducted == 0))
        {
            yield break;
        }

        if (document.Paid != 0)
        {
            yield return new Row(words.Paid, Rupiah.Text(-document.Paid));
        }

        if (document.Deducted != 0)
        {
            yield return new Row(words.Deducted, Rupiah.Text(-document.Deducted));
        }

        yield return new Row(words.AmountDue, Rupiah.Text(Math.Max(0, document.Outstanding)), Sum: true);
    }

    private static IEnumerable<Row> Tax(InvoicePdfModel document, InvoiceWords words)
    {
        var charged = TransactionCodes.IsCharged(document.TransactionCode);
        var not = charged ? "" : document.TransactionCode == TransactionCodes.Exempt ? $" ({words.Exempt})" : $" ({words.NotCollected})";
        var treatment = new VatTreatment(
            document.TaxDay ?? document.InvoiceDate, document.InvoiceTax, document.TransactionCode, document.EffectiveVatRate);
        yield return new Row(words.TaxBase, Rupiah.Text(document.TaxBase));
        if (treatment.StatesOtherTaxBase && document.OtherTaxBase != document.TaxBase)
        {
            yield return new Row(words.OtherTaxBase, Rupiah.Text(document.OtherTaxBase));
        }

        yield return new Row($"{words.Vat} {Rupiah.Number(treatment.StatedRate)}%{not}", Rupiah.Text(document.Vat)) { Quiet = !charged };
        if (document.LuxuryTax != 0)
        {
            yield return new Row($"{words.LuxuryTax}{not}", Rupiah.Text(document.LuxuryTax)) { Quiet = !charged };
        }
    }

    private sealed record Row(string Name, string Value, bool Sum = false)
    {
        public bool Quiet { get; init; }

        public TextStyle TextStyle => Sum ? TextStyle.Sum : TextStyle.Body with { Quiet = Quiet };
    }
}
