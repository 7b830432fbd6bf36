namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>
/// Whether a change of the count mails (docs/rules.md 7): once at the limit, once more at 0, armed again above the limit.
/// </summary>
public static class ThresholdRule
{
    /// <summary>Decides after a change of the count, or with <paramref name="saved"/> after the setting was saved.</summary>
    /// <param name="threshold">The setting.</param>
    /// <param name="available">Available numbers of the current year.</param>
    /// <param name="before">What was last notified for that year.</param>
    /// <param name="saved">Saving the setting while the count is at or below the limit always mails.</param>
    public static ThresholdDecision Decide(Threshold threshold, long available, ThresholdNotified before, bool saved) =>
        !threshold.Active || available > threshold.Limit ? new(ThresholdNotified.None, Mails: false)
        : available == 0 ? new(ThresholdNotified.Zero, Mails: saved || before != ThresholdNotified.Zero)
        : new(
            before == ThresholdNotified.Zero ? ThresholdNotified.Zero : ThresholdNotified.Limit,
            Mails: saved || before == ThresholdNotified.None);
}
