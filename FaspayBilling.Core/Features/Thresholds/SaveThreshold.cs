using System.Globalization;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.Settings;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Thresholds;

/// <summary>Saves the Threshold Limit and its switch; mails at once while the count is at or below the limit.</summary>
public sealed class SaveThreshold(WriteTransaction transaction, ThresholdCheck check)
{
    /// <summary>Admin only. Refuses <c>not-allowed</c>, <c>module.off</c>, <c>threshold.limit</c>, <c>changed-elsewhere</c>.</summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="limit">What was typed as Threshold Limit: digits only, 0 to 1,000,000.</param>
    /// <param name="active">True to send mails.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="stop">Ends the wait.</param>
    public Task<Outcome> HandleAsync(Actor actor, string limit, bool active, int version, CancellationToken stop) =>
        transaction.RunAsync(actor, new Attempt(HistorySubject.Threshold, "Set the threshold"), async write =>
        {
            if ((actor.WhyNot(Role.Admin) ?? await write.Db.WhyNotEFakturAsync(actor, stop)) is { } no)
            {
                return no;
            }

            if (!int.TryParse(limit.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > Threshold.Highest)
            {
                return Refusals.ThresholdLimit;
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

            write.History(HistorySubject.Threshold, null, string.Create(CultureInfo.InvariantCulture, $"Threshold set from {threshold.Limit} to {number}, {(active ? "active" : "not active")}"));
            threshold.Limit = number;
            threshold.Active = active;
            await check.RunAsync(write, saved: true);
            return Outcome.Done;
        }, stop);
}
