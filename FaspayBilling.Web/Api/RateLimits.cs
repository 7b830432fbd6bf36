namespace FaspayBilling.Web.Api;

/// <summary>Counts the calls of each client on this node: so many a minute, from the first call on.</summary>
internal sealed class RateLimits(TimeProvider clock)
{
    private const int TidyAbove = 10_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<(string Who, ApiOperation What), Count> counts = [];

    /// <summary>Counts one call.</summary>
    public RateVerdict Take(string who, ApiOperation operation)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            Tidy(now);
            var count = counts.GetValueOrDefault((who, operation));
            count = count is null || now >= count.Start + Minute ? new Count(now, 1) : count with { Calls = count.Calls + 1 };
            counts[(who, operation)] = count;
            return Verdict(count, operation, now);
        }
    }

    /// <summary>True when one more call would be too many; counts nothing.</summary>
    public RateVerdict? Spent(string who, ApiOperation operation)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            return counts.TryGetValue((who, operation), out var count) && now < count.Start + Minute && count.Calls >= operation.PerMinute()
                ? Verdict(count with { Calls = count.Calls + 1 }, operation, now)
                : null;
        }
    }

    private static RateVerdict Verdict(Count count, ApiOperation operation, DateTimeOffset now)
    {
        var limit = operation.PerMinute();
        return new RateVerdict(count.Calls <= limit, limit, Math.Max(0, limit - count.Calls), count.Start + Minute, count.Start + Minute - now);
    }

    // Who never calls again would stay for ever.
    private void Tidy(DateTimeOffset now)
    {
        if (counts.Count <= TidyAbove)
        {
            return;
        }

        foreach (var key in counts.Where(c => now >= c.Value.Start + Minute).Select(c => c.Key).ToList())
        {
            counts.Remove(key);
        }
    }

    private sealed record Count(DateTimeOffset Start, int Calls);
}

/// <summary>Whether a call may go on.</summary>
/// <param name="Ok">It may.</param>
/// <param name="Limit">Calls a minute.</param>
/// <param name="Remaining">Calls left in this minute.</param>
/// <param name="Reset">When the next minute begins.</param>
/// <param name="Wait">How long until then.</param>
internal sealed record RateVerdict(bool Ok, int Limit, int Remaining, DateTimeOffset Reset, TimeSpan Wait);
