using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Telemetry;

namespace FaspayBilling.Core.Data.Measuring;

internal static class CountedRefusals
{
    /// <summary>Counts a write's "no" by its code.</summary>
    public static TOutcome Counted<TOutcome>(this TOutcome outcome)
        where TOutcome : Outcome
    {
        if (outcome.Refusal is { } refusal)
        {
            Meters.Refused(refusal.Code);
        }

        return outcome;
    }
}
