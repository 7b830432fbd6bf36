using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxNumbers;

/// <summary>Records numbers that the tax office granted (+Tax Number).</summary>
public sealed class AddRange(WriteTransaction transaction, ThresholdCheck check)
{
    /// <summary>
    /// Refuses <c>not-allowed</c>, <c>module.off</c>, <c>range.year</c>, <c>range.not-13-digits</c>, <c>range.end-before-start</c>,
    /// <c>range.blocks-differ</c>, <c>range.serial-zero</c>, <c>range.too-long</c>, <c>range.overlap</c>. Warns when the year digits differ
    /// from the Year Period.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, RangeInput input, CancellationToken stop) =>
        transaction.RunAsync(
            actor, new AuditedAction(HistorySubject.TaxNumberRange, "range.add", ("start", input.Start), ("end", input.End)), async write =>
            {
                if ((actor.WhyNot(Role.Finance) ?? await write.Db.WhyNotEFakturAsync(actor, stop)) is { } no)
                {
                    return no;
                }

                var others = await write.Db.Set<TaxNumberRange>().VisibleTo(actor).ToListAsync(stop);
                var checkedRange = RangeRules.Check(input, others, JakartaCalendar.YearOf(write.Now));
                if (!checkedRange.Ok)
                {
                    return Outcome.Refused(checkedRange.Refusals);
                }

                var (start, end) = checkedRange.Value;
                var range = new TaxNumberRange { MerchantId = actor.MerchantId, Year = input.Year, Start = start, End = end };
                write.Db.Add(range);
                await write.SaveAsync();
                write.About = range.Id;
                write.Db.Add(new AvailableRun
                {
                    MerchantId = actor.MerchantId,
                    RangeId = range.Id,
                    Year = range.Year,
                    First = start.Value,
                    Last = end.Value
                });
                write.History(
                    HistorySubject.TaxNumberRange,
                    range.Id,
                    "range.add",
                    ("start", range.Start.ToString()),
                    ("end", range.End.ToString()),
                    ("year", Value.Plain(range.Year)),
                    ("total", range.Total));
                await write.SaveAsync();
                await SpentNumbers.TakeOutAsync(write, start, end);
                await check.RunAsync(write);
                return Outcome.DoneBut(checkedRange.Warning);
            }, stop);
}
