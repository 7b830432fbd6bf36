using System.Runtime.CompilerServices;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>
/// The status is the one that the facts give (docs/rules.md 2). One that fell due and was not swept yet still has the status it had until
/// then: while the program is stopped nobody sweeps.
/// </summary>
internal sealed class StatusOfFacts() : Invariant("an invoice's status follows from its facts", "invoices")
{
    public override Task<long> CountAsync(Snapshot moment, CancellationToken stop) =>
        moment.NumberAsync("""SELECT count(*) FROM "Invoices" """, stop);

    public override async IAsyncEnumerable<Breach> BreachesAsync(Snapshot moment, [EnumeratorCancellation] CancellationToken stop)
    {
        var rows = moment.RowsAsync(
            """
            SELECT m."Code", i."Number", i."Status", i."DocumentType", i."Outstanding", i."Paid", i."Due", i."IssuedAt" IS NOT NULL,
                i."CancelledAt" IS NOT NULL
            FROM "Invoices" i LEFT JOIN "Merchants" m ON m."Id" = i."MerchantId"
            """,
            stop);
        await foreach (var row in rows)
        {
            var status = row.NameAt<InvoiceStatus>(2);
            var (due, issued, cancelled) = (row.MomentAt(6), row.GetBoolean(7), row.GetBoolean(8));
            var now = At(moment.Now);
            if (status != now && !(issued && !cancelled && status == At(due)))
            {
                yield return new Breach(row.TextAt(0), row.GetString(1), status.Text(), now.Text());
            }

            InvoiceStatus At(DateTime when) =>
                cancelled ? InvoiceStatus.Cancelled
                : issued ? InvoiceStatuses.OfIssued(row.MoneyAt(4), row.MoneyAt(5), due, when, row.NameAt<DocumentType>(3))
                : status == InvoiceStatus.Proforma ? InvoiceStatus.Proforma
                : InvoiceStatus.Draft;
        }
    }
}
