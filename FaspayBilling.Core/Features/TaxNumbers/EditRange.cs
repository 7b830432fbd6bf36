using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxNumbers;

/// <summary>Changes a range's ends; its Year Period stays.</summary>
public sealed class EditRange(WriteTransaction transaction, ThresholdCheck check)
{
    /// <summary>
    /// Refuses what adding refuses, and <c>range.not-found</c>, <c>changed-elsewhere</c>, <c>range.start-in-use</c>,
    /// <c>range.end-below-used</c>.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, int version, string start, string end, CancellationToken stop) =>
        transaction.RunAsync(
            actor, new AuditedAction(HistorySubject.TaxNumberRange, "range.change", ("start", start), ("end", end)), async write =>
            {
                var ranges = await write.Db.Set<TaxNumberRange>().VisibleTo(actor).ToListAsync(stop);
                if (ranges.Find(r => r.Id == id) is not { } range)
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

                var free = await write.Db.Set<AvailableRun>()
                    .VisibleTo(actor)
                    .Where(f => f.RangeId == id)
                    .OrderBy(f => f.First)
                    .ToListAsync(stop);
                var input = new RangeInput(range.Year, start, end);
                var checkedRange = RangeRules.Check(
                    input,
                    ranges.Where(r => r.Id != id),
                    JakartaCalendar.YearOf(write.Now),
                    new EditedRange(range, HighestUsed(range, free)));
                if (!checkedRange.Ok)
                {
                    return Outcome.Refused(checkedRange.Refusals);
                }

                var before = (Start: range.Start.ToString(), End: range.End.ToString());
                Move(write, range, free, checkedRange.Value);
                write.History(
                    HistorySubject.TaxNumberRange,
                    id,
                    "range.change",
                    ("start", before.Start),
                    ("end", before.End),
                    ("new-start", range.Start.ToString()),
                    ("new-end", range.End.ToString()));
                await write.SaveAsync();
                await SpentNumbers.TakeOutAsync(write, range.Start, range.End);
                await check.RunAsync(write);
                return Outcome.DoneBut(checkedRange.Warning);
            }, stop);

    // The runs lie in order: what is above the last one is used, and when the last run ends the range, what is below it.
    private static TaxNumber? HighestUsed(TaxNumberRange range, List<AvailableRun> free)
    {
        var last = free.Count > 0 && free[^1].Last == range.End.Value ? free[^1].First - 1 : range.End.Value;
        return last < range.Start.Value ? null : new TaxNumber(last);
    }

    private static void Move(WriteContext write, TaxNumberRange range, List<AvailableRun> free, CheckedRange to)
    {
        if (to.Start != range.Start)
        {
            // Only a range that was never used moves its start: it is one whole run.
            free[0].First = to.Start.Value;
            free[0].Last = to.End.Value;
        }
        else if (to.End > range.End)
        {
            var pool = new TaxNumberPool(free);
            pool.GiveBack(range, range.End.Value + 1, to.End.Value);
            TaxNumberAllocator.Store(write, pool);
        }
        else if (to.End < range.End)
        {
            Cut(write, free[^1], to.End.Value);
        }

        (range.Start, range.End) = (to.Start, to.End);
    }

    private static void Cut(WriteContext write, AvailableRun run, long last)
    {
        run.Last = last;
        if (run.Count <= 0)
        {
            write.Db.Remove(run);
        }
    }
}
