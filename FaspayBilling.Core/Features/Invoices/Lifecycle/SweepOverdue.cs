using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>Marks invoices whose due moment passed as Overdue; runs within every minute.</summary>
public sealed class SweepOverdue(IDbContextFactory<BillingDb> dbs, WriteTransaction transaction, TimeProvider clock)
{
    private const int InOneTransaction = 200;

    /// <summary>Works through all merchants until nothing is left to mark.</summary>
    /// <exception cref="AggregateException">It broke for some; the others had their turn.</exception>
    public async Task HandleAsync(CancellationToken stop) =>
        await EachMerchant.RunAsync(await MerchantsAsync(stop), actor => MarkAllAsync(actor, stop), stop);

    private static IQueryable<Invoice> PastDue(IQueryable<Invoice> invoices, DateTime now) =>
        invoices.Receivables().Where(i => (i.Status == InvoiceStatus.Unpaid || i.Status == InvoiceStatus.PartiallyPaid) && i.Due < now);

    private async Task<List<long>> MerchantsAsync(CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await PastDue(db.Set<Invoice>(), clock.Now()).Select(i => i.MerchantId).Distinct().ToListAsync(stop);
    }

    private async Task MarkAllAsync(Actor actor, CancellationToken stop)
    {
        while (await MarkSomeAsync(actor, stop) == InOneTransaction)
        {
            stop.ThrowIfCancellationRequested();
        }
    }

    private async Task<int> MarkSomeAsync(Actor actor, CancellationToken stop)
    {
        var marked = await transaction.RunAsync<int>(
            actor, new AuditedAction(HistorySubject.Invoice, "invoice.overdue"), async write =>
            {
                var invoices = await PastDue(write.Db.Set<Invoice>().VisibleTo(actor), write.Now)
                    .OrderBy(i => i.Due)
                    .Take(InOneTransaction)
                    .ToListAsync(stop);
                foreach (var invoice in invoices)
                {
                    invoice.Recompute(write.Now);
                    write.History(HistorySubject.Invoice, invoice.Id, "invoice.overdue");
                }

                return invoices.Count;
            }, stop);
        return marked.Value;
    }
}
