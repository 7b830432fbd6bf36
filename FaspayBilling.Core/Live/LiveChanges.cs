using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Core.Live;

/// <summary>Tells open pages of this process what was committed. A subscription ends when it is disposed.</summary>
public sealed partial class LiveChanges(ILogger<LiveChanges> log)
{
    private readonly ConcurrentDictionary<Subscription, byte> subscriptions = new();

    /// <summary>How many pages listen now.</summary>
    public int Listeners => subscriptions.Count;

    /// <summary>Raised after each local commit, for what carries changes to other nodes.</summary>
    public event Action<LiveChange>? Committed;

    /// <summary>Calls <paramref name="heard"/> on some thread after each committed change of the merchant.</summary>
    public IDisposable Subscribe(long merchantId, Action<LiveChange> heard)
    {
        var subscription = new Subscription(this, merchantId, heard);
        subscriptions.TryAdd(subscription, 0);
        return subscription;
    }

    /// <summary>Tells this process's pages and the other nodes.</summary>
    public void Publish(LiveChange change)
    {
        Deliver(change);
        Committed?.Invoke(change);
    }

    /// <summary>Tells this process's pages only: for changes that another node committed.</summary>
    public void Deliver(LiveChange change)
    {
        foreach (var subscription in subscriptions.Keys.Where(s => s.MerchantId == change.MerchantId))
        {
            try
            {
                subscription.Heard(change);
            }
            catch (Exception broken)
            {
                // The change is committed: one broken page must not hide it from the others.
                LogBroken(broken);
            }
        }
    }

    [LoggerMessage(1301, LogLevel.Error, "A page failed to hear of a change")]
    private partial void LogBroken(Exception broken);

    private sealed class Subscription(LiveChanges owner, long merchantId, Action<LiveChange> heard) : IDisposable
    {
        // The page's own language and the like: the change may come from somebody else's page.
        private readonly ExecutionContext? context = ExecutionContext.Capture();

        public long MerchantId => merchantId;

        public void Heard(LiveChange change)
        {
            if (context is null)
            {
                heard(change);
            }
            else
            {
                ExecutionContext.Run(context, _ => heard(change), null);
            }
        }

        public void Dispose() => owner.subscriptions.TryRemove(this, out _);
    }
}
