using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Faults;

namespace FaspayBilling.Core.Outbox;

/// <summary>
/// Writes what several ask for with one write where it can: who asks while a write of that merchant waits for its turn joins it. What
/// fails together is tried alone, so that nobody pays for another.
/// </summary>
/// <param name="transaction">The one way to write.</param>
/// <param name="attempt">What is done.</param>
/// <param name="work">Does it for all of them and answers each, in their order.</param>
internal sealed class JoinedWrites<TItem, TDone>(
    WriteTransaction transaction, AuditedAction attempt, Func<WriteContext, IReadOnlyList<TItem>, Task<IReadOnlyList<TDone>>> work)
{
    private readonly Lock door = new();
    private readonly Dictionary<long, List<Place>> open = [];

    /// <summary>Answers when it is durable; the default when it was refused.</summary>
    public async Task<TDone?> RunAsync(long merchantId, TItem item, CancellationToken stop)
    {
        var mine = new Place(item, stop);
        List<Place> together;
        lock (door)
        {
            if (open.TryGetValue(merchantId, out var others))
            {
                others.Add(mine);
                together = [];
            }
            else
            {
                open.Add(merchantId, together = [mine]);
            }
        }

        if (together.Count > 0)
        {
            await LeadAsync(merchantId, together);
        }

        return await mine.Done.Task;
    }

    private async Task LeadAsync(long merchantId, List<Place> together)
    {
        try
        {
            if (await WriteAsync(merchantId, together))
            {
                return;
            }
        }
        catch (Exception failed)
        {
            Close(merchantId, together);
            if (together.Count == 1 || DatabaseFault.Is(failed))
            {
                together.ForEach(place => place.Done.SetException(failed));
                return;
            }
        }

        if (together is [var alone])
        {
            alone.Done.SetResult(default);
            return;
        }

        foreach (var each in together)
        {
            try
            {
                if (!await WriteAsync(merchantId, [each]))
                {
                    each.Done.SetResult(default);
                }
            }
            catch (Exception failed)
            {
                each.Done.SetException(failed);
            }
        }
    }

    // True when all of them have their answers.
    private async Task<bool> WriteAsync(long merchantId, List<Place> together)
    {
        var outcome = await transaction.RunAsync(Actor.System(merchantId), attempt, async write =>
        {
            Close(merchantId, together);
            return Outcome<IReadOnlyList<TDone>>.With(await work(write, together.ConvertAll(place => place.Item)));
        }, together[0].Stop);
        Close(merchantId, together);
        if (!outcome.Ok)
        {
            return false;
        }

        foreach (var (place, done) in together.Zip(outcome.Value))
        {
            place.Done.SetResult(done);
        }

        return true;
    }

    // From here on nobody joins these any more.
    private void Close(long merchantId, List<Place> together)
    {
        lock (door)
        {
            if (open.TryGetValue(merchantId, out var gathering) && gathering == together)
            {
                open.Remove(merchantId);
            }
        }
    }

    private sealed class Place(TItem item, CancellationToken stop)
    {
        public TItem Item => item;

        public CancellationToken Stop => stop;

        public TaskCompletionSource<TDone?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
