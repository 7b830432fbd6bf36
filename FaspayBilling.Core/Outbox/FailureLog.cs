using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Core.Outbox;

/// <summary>
/// Tells the operator why something is not taken: once for each host and reason, at most once a minute for a host whose words differ each
/// time, and once when it takes again, a minute later at the earliest: a host may refuse one thing and take the next.
/// </summary>
public sealed partial class FailureLog(ILogger log, TimeProvider clock)
{
    private const int MostHosts = 1_000;
    private const int LongestReason = 300;
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Failure> failing = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The host did not take what it was given.</summary>
    /// <param name="host">Who.</param>
    /// <param name="reason">Why; addresses of people in it are not logged.</param>
    public void Failed(string host, string reason)
    {
        var now = clock.GetTimestamp();
        if (failing.TryGetValue(host, out var last) && (last.Reason == reason || clock.GetElapsedTime(last.At, now) < Pace))
        {
            return;
        }

        if (failing.Count >= MostHosts)
        {
            failing.Clear();
        }

        failing[host] = new Failure(reason, now);
        LogFailing(host, PlainText.Cut(AddressOfSomebody().Replace(reason, "…@…"), LongestReason));
    }

    /// <summary>The host took it.</summary>
    public void Worked(string host)
    {
        if (failing.TryGetValue(host, out var last) && clock.GetElapsedTime(last.At) >= Pace && failing.TryRemove(host, out _))
        {
            LogWorking(host);
        }
    }

    [GeneratedRegex(@"[^\s<>""'@]+@[^\s<>""'@]+")]
    private static partial Regex AddressOfSomebody();

    [LoggerMessage(1402, LogLevel.Warning, "{Host} did not take something: {Reason}")]
    private partial void LogFailing(string host, string reason);

    [LoggerMessage(1403, LogLevel.Information, "{Host} takes again")]
    private partial void LogWorking(string host);

    private sealed record Failure(string Reason, long At);
}
