using System.Globalization;
using FaspayBilling.Core.Domain.TaxNumbers;
using static FaspayBilling.Core.Domain.TaxNumbers.ThresholdNotified;

namespace FaspayBilling.Tests.Domain.TaxNumbers;

public sealed class ThresholdRuleTests
{
    /// <summary>Limit, active, available, what was notified, by saving; then what is notified after, and whether it mails.</summary>
    public static readonly TheoryData<int, bool, long, ThresholdNotified, bool, ThresholdNotified, bool> Transitions = new()
    {
        // Above the limit: quiet, and armed again.
        { 4, true, 5, None, false, None, false },
        { 4, true, 5, Limit, false, None, false },
        { 4, true, 5, Zero, false, None, false },
        { 4, true, 5, None, true, None, false },
        { 4, true, 5, Limit, true, None, false },
        { 4, true, 5, Zero, true, None, false },
        // At the limit: equal counts.
        { 4, true, 4, None, false, Limit, true },
        { 4, true, 4, Limit, false, Limit, false },
        { 4, true, 4, Zero, false, Zero, false },
        { 4, true, 4, None, true, Limit, true },
        { 4, true, 4, Limit, true, Limit, true },
        { 4, true, 4, Zero, true, Zero, true },
        // Below it, numbers left.
        { 4, true, 1, None, false, Limit, true },
        { 4, true, 1, Limit, false, Limit, false },
        { 4, true, 1, Zero, false, Zero, false },
        { 4, true, 1, None, true, Limit, true },
        { 4, true, 1, Limit, true, Limit, true },
        { 4, true, 1, Zero, true, Zero, true },
        // None left: once more.
        { 4, true, 0, None, false, Zero, true },
        { 4, true, 0, Limit, false, Zero, true },
        { 4, true, 0, Zero, false, Zero, false },
        { 4, true, 0, None, true, Zero, true },
        { 4, true, 0, Limit, true, Zero, true },
        { 4, true, 0, Zero, true, Zero, true },
        // Limit 0: only the last number counts.
        { 0, true, 1, None, false, None, false },
        { 0, true, 1, Zero, false, None, false },
        { 0, true, 0, None, false, Zero, true },
        { 0, true, 0, Limit, false, Zero, true },
        { 0, true, 0, Zero, false, Zero, false },
        { 0, true, 0, Zero, true, Zero, true },
        // The greatest limit.
        { 1_000_000, true, 1_000_001, Limit, false, None, false },
        { 1_000_000, true, 1_000_000, None, false, Limit, true },
        // Inactive: never, and armed for the day it is switched on.
        { 4, false, 5, None, false, None, false },
        { 4, false, 4, None, false, None, false },
        { 4, false, 4, Limit, true, None, false },
        { 4, false, 0, None, false, None, false },
        { 4, false, 0, Limit, false, None, false },
        { 4, false, 0, Zero, true, None, false },
    };

    [Theory]
    [MemberData(nameof(Transitions))]
    public void Every_transition(
        int limit, bool active, long available, ThresholdNotified before, bool saved, ThresholdNotified after, bool mails) =>
        ThresholdRule.Decide(new() { MerchantId = 1, Limit = limit, Active = active }, available, before, saved)
            .Should().Be(new ThresholdDecision(after, mails));

    [Theory]
    [InlineData(4, "6 5 4 3 2 1 0", "4 0")]
    [InlineData(4, "5 4 5 4", "4 4")] // armed again above the limit
    [InlineData(4, "4 3 4 3", "4")]
    [InlineData(4, "1 0 1 0", "1 0")] // no second mail at 0 until armed again
    [InlineData(4, "1 0 4 0 5 0", "1 0 0")]
    [InlineData(4, "10 0", "0")] // one change, one mail
    [InlineData(0, "2 1 0 1 0", "0 0")]
    [InlineData(0, "0 0 0", "0")]
    [InlineData(30, "5", "5")] // first seen below the limit
    public void A_walk_of_the_count_mails_at(int limit, string counts, string mailedAt)
    {
        var threshold = new Threshold { MerchantId = 1, Limit = limit, Active = true };
        var notified = None;
        var mailed = new List<string>();
        foreach (var count in counts.Split(' '))
        {
            var decision = ThresholdRule.Decide(threshold, long.Parse(count, CultureInfo.InvariantCulture), notified, saved: false);
            notified = decision.After;
            if (decision.Mails)
            {
                mailed.Add(count);
            }
        }

        string.Join(' ', mailed).Should().Be(mailedAt);
    }
}
