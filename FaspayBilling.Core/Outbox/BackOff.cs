namespace FaspayBilling.Core.Outbox;

/// <summary>When a row of an outbox is tried again: after 1, 5 and 15 minutes, 1 hour and 6 hours, then no more.</summary>
public static class BackOff
{
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(6)];

    private static readonly TimeSpan All = Waits.Aggregate((sum, wait) => sum + wait);
    private static readonly TimeSpan Urgent = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait after the n-th failed attempt (from 1); null when it was the last one.</summary>
    public static TimeSpan? After(int attempts) => attempts <= Waits.Length ? Waits[Math.Max(attempts, 1) - 1] : null;

    /// <summary>
    /// The same for something urgent that met a server which did not answer: it leaves soon after the server's return, and is given up
    /// no later than all else.
    /// </summary>
    /// <param name="attempts">Failed attempts.</param>
    /// <param name="age">How long ago it was written.</param>
    public static TimeSpan? WhileAway(int attempts, TimeSpan age) => age < All ? Urgent : After(attempts);
}
