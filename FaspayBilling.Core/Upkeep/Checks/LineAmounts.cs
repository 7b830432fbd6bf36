using System.Runtime.CompilerServices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>A line comes to its price times its quantity, less the discount.</summary>
internal sealed class LineAmounts() : Invariant("a line's tax base is price times quantity less discount", "lines")
{
    public override Task<long> CountAsync(Snapshot moment, CancellationToken stop) =>
        moment.NumberAsync("""SELECT count(*) FROM "InvoiceLines" """, stop);

    public override async IAsyncEnumerable<Breach> BreachesAsync(Snapshot moment, [EnumeratorCancellation] CancellationToken stop)
    {
        var rows = moment.RowsAsync(
            """
            SELECT m."Code", i."Number", l."Position", l."Price", l."Quantity", l."Discount", l."TaxBase"
            FROM "InvoiceLines" l LEFT JOIN "Invoices" i ON i."Id" = l."InvoiceId" LEFT JOIN "Merchants" m ON m."Id" = i."MerchantId"
            """,
            stop);
        await foreach (var row in rows)
        {
            var expected = InvoiceLine.TaxBaseOf(row.MoneyAt(3), row.NumberAt(4) / 10_000m, row.MoneyAt(5));
            if (row.MoneyAt(6) != expected)
            {
                yield return new Breach(
                    row.TextAt(0), $"{row.TextAt(1)} line {row.TextAt(2)}", Rupiah.Text(row.MoneyAt(6)), Rupiah.Text(expected));
            }
        }
    }
}
