using System.Collections.Concurrent;
using FaspayBilling.Core.Accounts.Sessions;

namespace FaspayBilling.Web.Security;

/// <summary>
/// Asks for all open pages of this node together, every two seconds, whether their sessions still hold, and ends those that do not. So it
/// needs no notice of another node, and a thousand pages cost one query.
/// </summary>
internal sealed partial class SessionWatch(CheckSession check, TouchSession touch, TimeProvider clock, ILogger<SessionWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<WatchedPage, byte> pages = new();

    public void Add(WatchedPage page) => pages.TryAdd(page, 0);

    public void Remove(WatchedPage page) => pages.TryRemove(page, out _);

    /// <summary>Looks now: somebody's session was ended just now.</summary>
    public async Task LookAsync(CancellationToken stop)
    {
        var open = pages.Keys.ToList();
        if (open.Count == 0)
        {
            return;
        }

        var living = await check.HandleAsync([.. open.Select(p => p.SessionId).Distinct()], stop);
        foreach (var page in open.Where(p => !living.ContainsKey(p.SessionId)))
        {
            Remove(page);
            page.End();
        }

        var used = open.Where(p => living.TryGetValue(p.SessionId, out var seen) && p.UsedAt - seen > TouchSession.Pause)
            .Select(p => p.SessionId)
            .Distinct()
            .ToList();
        if (used.Count > 0)
        {
            await touch.HandleAsync(used, stop);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                // A database away for a moment: writes are refused meanwhile by themselves, and the next round asks again.
                LogBroken(broken);
            }
        }
    }

    [LoggerMessage(2206, LogLevel.Error, "Whether the sessions of open pages still hold could not be asked; it is asked again")]
    private partial void LogBroken(Exception broken);
}

/// <summary>One open page and the session that it lives by.</summary>
/// <param name="SessionId">The session's key.</param>
/// <param name="End">Shows the sign-in page instead; on whatever thread.</param>
internal sealed record WatchedPage(long SessionId, Action End)
{
    /// <summary>Its last click or key (UTC).</summary>
    public DateTime UsedAt { get; set; }

    public bool Equals(WatchedPage? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
