using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Features.Thresholds;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxNumbers;

/// <summary>Deletes a range of which no number is in use.</summary>
public sealed class DeleteRange(WriteTransaction transaction, ThresholdCheck check)
{
    /// <summary>Refuses <c>range.not-found</c>, <c>not-allowed</c>, <c>module.off</c>, <c>changed-elsewhere</c>, <c>range.in-use</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, int version, CancellationToken stop) =>
        transaction.RunAsync(actor, new Attempt(HistorySubject.TaxNumberRange, "Delete the range"), async write =>
        {
            if (await write.Db.Set<TaxNumberRange>().VisibleTo(actor).SingleOrDefaultAsync(r => r.Id == id, stop) is not { } range)
            {
                return Refusals.RangeNotFound;
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

            var free = await write.Db.Set<FreeNumbers>().VisibleTo(actor).Where(f => f.RangeId == id).ToListAsync(stop);
            if (free.Sum(f => f.Count) < range.Total)
            {
                return Refusals.RangeInUse;
            }

            write.Db.RemoveRange(free);
            write.Db.Remove(range);
            write.History(HistorySubject.TaxNumberRange, id, $"Range {range} deleted");
            await check.RunAsync(write);
            return Outcome.Done;
        }, stop);
}
