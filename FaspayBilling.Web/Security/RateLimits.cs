using System.Threading.RateLimiting;

namespace FaspayBilling.Web.Security;

/// <summary>Counts what each client does on this node, minute by minute of the clock.</summary>
public sealed class RateLimits(TimeProvider clock) : IDisposable
{
    // The framework's windows know no TimeProvider. So the clock's minute is part of the key; the framework refills a minute that
    // has been over for long, and drops it.
    private readonly PartitionedRateLimiter<Count> counts = PartitionedRateLimiter.Create<Count, Count>(
        count => RateLimitPartition.GetFixedWindowLimiter(count, Window));

    /// <summary>Counts one more.</summary>
    public RateVerdict Take(string who, Limit limit) => Ask(who, limit, permits: 1);

    /// <summary>Says whether one more would be too many; counts nothing.</summary>
    public RateVerdict Look(string who, Limit limit) => Ask(who, limit, permits: 0);

    public void Dispose() => counts.Dispose();

    // Longer than the minute in the key, of which it never gives a second one.
    private static FixedWindowRateLimiterOptions Window(Count count) =>
        new() { PermitLimit = count.Limit.PerMinute, Window = TimeSpan.FromMinutes(10), AutoReplenishment = false };

    private RateVerdict Ask(string who, Limit limit, int permits)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var minute = now.Ticks / TimeSpan.TicksPerMinute;
        var reset = new DateTime((minute + 1) * TimeSpan.TicksPerMinute, DateTimeKind.Utc);
        var count = new Count(who, limit, minute);
        using var lease = counts.AttemptAcquire(count, permits);
        return new RateVerdict(lease.IsAcquired, limit.PerMinute, counts.GetStatistics(count)!.CurrentAvailablePermits, reset, reset - now);
    }

    private sealed record Count(string Who, Limit Limit, long Minute);
}
