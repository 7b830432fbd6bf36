using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>
/// Says that waiting rows of Coretax's list belong to no invoice of ours: nobody is asked about them again. Their numbers stay spent.
/// </summary>
public sealed class DismissCoretaxRows(WriteTransaction transaction)
{
    /// <summary>
    /// All of them or none. Refuses <c>coretax-row.not-found</c>, <c>not-allowed</c>, <c>module.off</c>, <c>changed-elsewhere</c>.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, IReadOnlyCollection<CoretaxRowKey> keys, CancellationToken stop) =>
        transaction.RunAsync(
            actor, new AuditedAction(HistorySubject.TaxExport, "coretax.dismiss"), async write =>
            {
                var found = await WaitingCoretaxRows.TakeAsync(write, keys);
                if (!found.Ok)
                {
                    return found.Refusal!;
                }

                await WaitingCoretaxRows.SettleAsync(write, found.Value, null, r => r.Dismiss(write.Now, actor.Name));
                write.History(
                    HistorySubject.TaxExport, null, "coretax.dismiss", ("numbers", Value.List(found.Value.Select(r => (Value)r.Number))));
                return Outcome.Done;
            }, stop);
}
