using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.Time;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Features.Thresholds;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxNumbers;

/// <summary>Changes a range's ends; its Year Period stays.</summary>
public sealed class EditRange(WriteTransaction transaction, ThresholdCheck check)
{
    /// <summary>
    /// Refuses what adding refuses, and <c>range.not-found</c>, <c>changed-elsewhere</c>, <c>range.start-in-use</c>, <c>range.end-below-used</c>.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, int version, string start, string end, CancellationToken stop) =>
        transaction.RunAsync(actor, new Attempt(HistorySubject.TaxNumberRange, $"Change the range to {start} to {end}"), async write =>
        {
            var ranges = await write.Db.Set<TaxNumberRange>().VisibleTo(actor).ToListAsync(stop);
            if (ranges.Find(r => r.Id == id) is not { } range)
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

            var free = await write.Db.Set<FreeNumbers>().VisibleTo(actor).Where(f => f.RangeId == id).OrderBy(f => f.First).ToListAsync(stop);
            var input = new RangeInput(range.Year, start, end);
            var checkedRange = RangeRules.Check(input, ranges.Where(r => r.Id != id), JakartaCalendar.YearOf(write.Now), new EditedRange(range, HighestUsed(range, free)));
            if (!checkedRange.Ok)
            {
                return Outcome.Refused(checkedRange.Refusals);
            }

            var before = range.ToString();
            Move(write, range, free, checkedRange.Value);
            write.History(HistorySubject.TaxNumberRange, id, $"Range {before} changed to {range}");
            await check.RunAsync(write);
            return Outcome.Done with { Warning = checkedRange.Warning };
        }, stop);

    // The runs lie in order: what is above the last one is used, and when the last run ends the range, what is below it.
    private static TaxNumber? HighestUsed(TaxNumberRange range, List<FreeNumbers> free)
    {
        var last = free.Count > 0 && free[^1].Last == range.End.Value ? free[^1].First - 1 : range.End.Value;
        return last < range.Start.Value ? null : new TaxNumber(last);
    }

    private static void Move(Write write, TaxNumberRange range, List<FreeNumbers> free, CheckedRange to)
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
            TaxNumberLedger.Store(write, pool);
        }
        else if (to.End < range.End)
        {
            Cut(write, free[^1], to.End.Value);
        }

        (range.Start, range.End) = (to.Start, to.End);
    }

    private static void Cut(Write write, FreeNumbers run, long last)
    {
        run.Last = last;
        if (run.Count <= 0)
        {
            write.Db.Remove(run);
        }
    }
}
