using System.Threading.RateLimiting;
using FaspayBilling.Core.Faults;

namespace FaspayBilling.Core.Data.Writing;

/// <summary>
/// Keeps the writers of one merchant from holding every connection of the pool. They come one after the other anyway, by the lock of the
/// merchant's row; here all but one wait without a connection, first come first served, and the others' reads and writes go on.
/// </summary>
internal sealed class MerchantTurns : IDisposable
{
    // With two, of which one waits in the database for the other's lock, fewer writes a second were counted.
    private const int AtOnce = 1;

    // As long as a command waits for a lock.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly PartitionedRateLimiter<long> turns = PartitionedRateLimiter.Create<long, long>(Partition);

    /// <summary>Waits for a turn, over when disposed. What belongs to no merchant (0) does not wait.</summary>
    /// <exception cref="DatabaseUnavailableException">It did not come within half a minute.</exception>
    public async Task<IDisposable> TakeAsync(long merchantId, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            return await turns.AcquireAsync(merchantId, cancellationToken: patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new DatabaseUnavailableException(new TimeoutException("Others who write for this merchant took too long."));
        }
    }

    public void Dispose() => turns.Dispose();

    private static RateLimitPartition<long> Partition(long merchantId) => merchantId == 0
        ? RateLimitPartition.GetNoLimiter(merchantId)
        : RateLimitPartition.GetConcurrencyLimiter(merchantId, _ => new()
        {
            PermitLimit = AtOnce,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
}
