namespace FaspayBilling.Core.Data.Writing;

/// <summary>One at a time, first come first served; who is cancelled while waiting leaves the queue.</summary>
internal sealed class WriteQueue
{
    private readonly Lock door = new();
    private readonly LinkedList<TaskCompletionSource> waiting = [];
    private bool taken;
    private bool closed;

    /// <summary>Returns when it is the caller's turn; it ends with <see cref="Pass"/> or <see cref="TryPass"/>.</summary>
    public async Task TakeAsync(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource> place;
        lock (door)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            if (!taken)
            {
                taken = true;
                return;
            }

            place = waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        await using var leaving = stop.UnsafeRegister(_ => Leave(place, stop), null);
        await place.Value.Task;
    }

    /// <summary>Gives the turn to the next one; false, and the turn stays, when nobody waits.</summary>
    public bool TryPass() => Next(free: false);

    /// <summary>Ends the turn.</summary>
    public void Pass() => Next(free: true);

    /// <summary>Tells those who wait why nobody gets a turn; who comes later waits again.</summary>
    public void Refuse(Exception why)
    {
        List<TaskCompletionSource> left;
        lock (door)
        {
            left = [.. waiting];
            waiting.Clear();
        }

        left.ForEach(one => one.SetException(why));
    }

    /// <summary>Nobody comes in any more; returns when the turn has ended, at the latest after that time.</summary>
    public void Close(TimeSpan atMost)
    {
        List<TaskCompletionSource> left;
        lock (door)
        {
            closed = true;
            left = [.. waiting];
            waiting.Clear();
        }

        left.ForEach(one => one.SetCanceled());
        SpinWait.SpinUntil(() => !Volatile.Read(ref taken), atMost);
    }

    private bool Next(bool free)
    {
        TaskCompletionSource next;
        lock (door)
        {
            if (waiting.First is not { } first)
            {
                taken = !free;
                return false;
            }

            waiting.Remove(first);
            next = first.Value;
        }

        next.SetResult();
        return true;
    }

    private void Leave(LinkedListNode<TaskCompletionSource> place, CancellationToken stop)
    {
        lock (door)
        {
            if (place.List is null)
            {
                // It is its turn already.
                return;
            }

            waiting.Remove(place);
        }

        place.Value.SetCanceled(stop);
    }
}
