using System.Collections.Concurrent;
using System.Threading.Channels;
using FaspayBilling.Core.Accounts.Sessions;

namespace FaspayBilling.Web.Security;

/// <summary>
/// Asks for all open pages of this node together, every two seconds, whether their sessions still hold, and ends those that do not. So it
/// needs no notice of another node, and a thousand pages cost one query; a notice only makes it look at once.
/// </summary>
internal sealed partial class SessionWatch(CheckSession check, TouchSession touch, TimeProvider clock, ILogger<SessionWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<WatchedPage, byte> pages = new();
    private readonly Channel<bool> looks = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Add(WatchedPage page) => pages.TryAdd(page, 0);

    public void Remove(WatchedPage page) => pages.TryRemove(page, out _);

    /// <summary>Somebody's session was ended just now.</summary>
    public void LookSoon() => looks.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var timer = clock.CreateTimer(_ => LookSoon(), null, Pause, Pause);
        await foreach (var _ in looks.Reader.ReadAllAsync(stoppingToken))
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

    private async Task LookAsync(CancellationToken stop)
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

    [LoggerMessage(2206, LogLevel.Error, "Whether the sessions of open pages still hold could not be asked; it is asked again")]
    private partial void LogBroken(Exception broken);
}

/// <summary>One open page and the session that it lives by.</summary>
internal sealed class WatchedPage(long sessionId, Action end)
{
    public long SessionId => sessionId;

    /// <summary>Its last click or key (UTC).</summary>
    public DateTime UsedAt { get; set; }

    /// <summary>Shows the sign-in page instead; on whatever thread.</summary>
    public void End() => end();
}
