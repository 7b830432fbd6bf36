using System.Runtime.CompilerServices;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>What an invoice comes to is the sum of its lines, rounded as its day has it (docs/rules.md 2).</summary>
internal sealed class TotalsOfLines() : Invariant("an invoice's amounts are those of its lines", "invoices")
{
    public override Task<long> CountAsync(Snapshot moment, CancellationToken stop) =>
        moment.NumberAsync("""SELECT count(*) FROM "Invoices" """, stop);

    public override async IAsyncEnumerable<Breach> BreachesAsync(Snapshot moment, [EnumeratorCancellation] CancellationToken stop)
    {
        var rows = moment.RowsAsync(
            """
            SELECT min(m."Code"), i."Number", i."DocumentType", i."InvoiceDate", min(o."InvoiceDate"), i."InvoiceTax", i."TransactionCode",
                i."TaxBase", i."VatAmount", i."LuxuryTaxAmount", i."Total",
                COALESCE(sum(l."TaxBase"), 0), COALESCE(sum(l."OtherTaxBase"), 0), COALESCE(sum(l."Vat"), 0),
                COALESCE(sum(l."LuxuryTax"), 0)
            FROM "Invoices" i LEFT JOIN "InvoiceLines" l ON l."InvoiceId" = i."Id"
                LEFT JOIN "Invoices" o ON o."Id" = i."RefersToId" LEFT JOIN "Merchants" m ON m."Id" = i."MerchantId"
            GROUP BY i."Id"
            """,
            stop);
        await foreach (var row in rows)
        {
            var stored = new Amounts(row.MoneyAt(7), row.MoneyAt(8), row.MoneyAt(9), row.MoneyAt(10));
            var day = row.IsDBNull(4) ? null : NoteContent.TaxDay(row.NameAt<DocumentType>(2), row.DayAt(4));
            var totals = InvoiceTotals.Of(
                new VatTreatment(day ?? row.DayAt(3), row.GetBoolean(5), row.TextAt(6), EffectiveRate: null),
                row.MoneyAt(11),
                row.MoneyAt(12),
                row.MoneyAt(13),
                row.MoneyAt(14));
            var summed = new Amounts(totals.TaxBase, totals.Vat, totals.LuxuryTax, totals.Total);
            if (stored != summed)
            {
                yield return new Breach(row.TextAt(0), row.GetString(1), stored.ToString(), summed.ToString());
            }
        }
    }

    private readonly record struct Amounts(decimal TaxBase, decimal Vat, decimal LuxuryTax, decimal Total)
    {
        public override string ToString() =>
            $"{Rupiah.Text(TaxBase)} + VAT {Rupiah.Text(Vat)} + luxury tax {Rupiah.Text(LuxuryTax)}, total {Rupiah.Text(Total)}";
    }
}
