namespace FaspayBilling.Core.Outbox;

/// <summary>
/// Knows which machines did not answer. Such a one is left alone for a while, longer each time; then one row at a time tries it, until it
/// takes something.
/// </summary>
internal sealed class RestingHosts(HostRules rules, TimeProvider clock)
{
    private const int MostHosts = 1_000;

    private readonly Lock door = new();
    private readonly Dictionary<string, Standing> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when one more row may go there.</summary>
    /// <param name="host">Where.</param>
    /// <param name="underWay">How many rows are on their way there.</param>
    public bool MayTry(string host, int underWay)
    {
        lock (door)
        {
            return hosts.GetValueOrDefault(host) is not { Rest: { } rest } away ? underWay < rules.AtOnce
                : underWay == 0 && clock.GetElapsedTime(away.At) >= rest;
        }
    }

    /// <summary>It took something.</summary>
    public void Worked(string host) => Set(host, new Standing(clock.GetTimestamp(), null));

    /// <summary>It did not answer, or could not be reached.</summary>
    /// <param name="host">Who.</param>
    /// <param name="since">When that attempt began.</param>
    public void DidNotAnswer(string host, long since)
    {
        lock (door)
        {
            var before = hosts.GetValueOrDefault(host);
            var longer = before?.Rest * 2 ?? rules.FirstRest;

            // One that took another row meanwhile is there, and lanes that were on their way say the same once more.
            if (before is null || (before.Rest is { } rest ? clock.GetElapsedTime(before.At) >= rest : before.At <= since))
            {
                Set(host, new Standing(clock.GetTimestamp(), longer < rules.LongestRest ? longer : rules.LongestRest));
            }
        }
    }

    private void Set(string host, Standing standing)
    {
        lock (door)
        {
            if (hosts.Count >= MostHosts)
            {
                hosts.Clear();
            }

            hosts[host] = standing;
        }
    }

    // When it took something last; or did not, and how long it is left alone from then on.
    private sealed record Standing(long At, TimeSpan? Rest);
}
