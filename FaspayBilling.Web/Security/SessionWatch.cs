using System.Collections.Concurrent;
using System.Threading.Channels;
using FaspayBilling.Core.Accounts.Sessions;

namespace FaspayBilling.Web.Security;

/// <summary>
/// Asks for all open pages of this node together, every two seconds, whether their sessions still hold, and ends those that do not. So it
/// needs no notice of another node, and a thousand pages cost one query; a notice only makes it look at once.
/// </summary>
public sealed partial class SessionWatch(CheckSession check, TimeProvider clock, ILogger<SessionWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<WatchedPage, byte> pages = new();
    private readonly Channel<bool> looks = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Watches it until <see cref="Remove"/> or until its session ends.</summary>
    public void Add(WatchedPage page) => pages.TryAdd(page, 0);

    /// <summary>It is over by itself: once this returns, it is not ended any more.</summary>
    public void Remove(WatchedPage page)
    {
        pages.TryRemove(page, out _);
        page.Leave();
    }

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
            catch (Exception broken) when (broken is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // A database away for a moment, or a question of it that took too long: writes are refused meanwhile by themselves, and
                // the next round asks again.
                LogBroken(broken);
            }
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        var open = pages.Keys;
        if (open.Count == 0)
        {
            return;
        }

        var living = await check.HandleAsync([.. open.Select(p => p.SessionId).Distinct()], stop);
        foreach (var page in open.Where(p => !living.ContainsKey(p.SessionId)))
        {
            pages.TryRemove(page, out _);
            End(page);
        }
    }

    private void End(WatchedPage page)
    {
        try
        {
            page.End();
        }
        catch (Exception broken)
        {
            // One page that cannot be ended keeps no other from its end.
            LogNotEnded(broken, page.SessionId);
        }
    }

    [LoggerMessage(2206, LogLevel.Error, "Whether the sessions of open pages still hold could not be asked; it is asked again")]
    private partial void LogBroken(Exception broken);

    [LoggerMessage(2210, LogLevel.Error, "A page of the ended session {Session} could not be ended; it writes nothing any more")]
    private partial void LogNotEnded(Exception broken, long session);
}
