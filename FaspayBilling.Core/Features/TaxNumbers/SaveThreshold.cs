using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxNumbers;

/// <summary>Saves the Threshold Limit and its switch; mails at once while the count is at or below the limit.</summary>
public sealed class SaveThreshold(WriteTransaction transaction, ThresholdCheck check)
{
    /// <summary>Admin only. Refuses <c>not-allowed</c>, <c>module.off</c>, <c>threshold.limit</c>, <c>changed-elsewhere</c>.</summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="limit">What was typed as Threshold Limit (<see cref="Threshold.ReadLimit"/>), 0 to 1,000,000.</param>
    /// <param name="active">True to send mails.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="stop">Cancellation token.</param>
    public Task<Outcome> HandleAsync(Actor actor, string limit, bool active, int version, CancellationToken stop) =>
        transaction.RunAsync(actor, new AuditedAction(HistorySubject.Threshold, "threshold.set"), async write =>
        {
            if ((actor.WhyNot(Role.Admin) ?? await write.Db.WhyNotEFakturAsync(actor, stop)) is { } no)
            {
                return no;
            }

            if (Threshold.ReadLimit(limit) is not { } number)
            {
                return TaxNumberRefusals.ThresholdLimit;
            }

            var threshold = await write.Db.Set<Threshold>().VisibleTo(actor).SingleOrDefaultAsync(stop);
            if ((threshold?.Version ?? 0) != version)
            {
                return Refusals.ChangedElsewhere;
            }

            if (threshold is null)
            {
                threshold = new Threshold { MerchantId = actor.MerchantId, Version = 1 };
                write.Db.Add(threshold);
            }

            write.History(
                HistorySubject.Threshold,
                null,
                active ? "threshold.set" : "threshold.set:off",
                ("before", threshold.Limit),
                ("limit", number));
            threshold.Limit = number;
            threshold.Active = active;
            await check.RunAsync(write, saved: true);
            return Outcome.Done;
        }, stop);
}
