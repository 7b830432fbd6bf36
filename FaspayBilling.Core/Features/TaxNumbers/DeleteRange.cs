using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxNumbers;

/// <summary>Deletes a range of which no number is in use.</summary>
public sealed class DeleteRange(WriteTransaction transaction, ThresholdCheck check)
{
    /// <summary>
    /// Refuses <c>range.not-found</c>, <c>not-allowed</c>, <c>module.off</c>, <c>changed-elsewhere</c>, <c>range.in-use</c>.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, int version, CancellationToken stop) =>
        transaction.RunAsync(actor, new AuditedAction(HistorySubject.TaxNumberRange, "range.delete"), async write =>
        {
            if (await write.Db.Set<TaxNumberRange>().VisibleTo(actor).SingleOrDefaultAsync(r => r.Id == id, stop) is not { } range)
            {
                return TaxNumberRefusals.RangeNotFound;
            }

            write.About = id;
            if ((actor.WhyNot(Role.Finance) ?? await write.Db.WhyNotEFakturAsync(actor, stop)) is { } no)
            {
                return no;
            }

            if (range.Version != version)
            {
                return Refusals.ChangedElsewhere;
            }

            var free = await write.Db.Set<AvailableRun>().VisibleTo(actor).Where(f => f.RangeId == id).ToListAsync(stop);
            if (free.Sum(f => f.Count) < range.Total)
            {
                return TaxNumberRefusals.RangeInUse;
            }

            write.Db.RemoveRange(free);
            write.Db.Remove(range);
            write.History(
                HistorySubject.TaxNumberRange,
                id,
                "range.delete",
                ("start", range.Start.ToString()),
                ("end", range.End.ToString()));
            await check.RunAsync(write);
            return Outcome.Done;
        }, stop);
}
