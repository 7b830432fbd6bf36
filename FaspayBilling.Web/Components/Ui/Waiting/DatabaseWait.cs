using System.Runtime.ExceptionServices;
using FaspayBilling.Core.Faults;

namespace FaspayBilling.Web.Components.Ui.Waiting;

/// <summary>
/// Of one open page: while the database does not answer, what it reads is read again until it does, and the page says so. Nothing that
/// stands on it is lost, and nobody is led away.
/// </summary>
public sealed class DatabaseWait(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Told = TimeSpan.FromSeconds(10);

    // Longer than a page needs to wait in vain for a statement, twice, before it breaks again.
    private static readonly TimeSpan InARow = TimeSpan.FromMinutes(2);

    private int waiting;
    private int returns;
    private long returned;

    /// <summary>Something is waited for, or could not be done just now.</summary>
    public bool Silent => waiting > 0;

    /// <summary>It fell silent or answers again; on any thread.</summary>
    public event Action? Changed;

    /// <summary>True when the page has come back three times in a row and broken again: waiting does not help it.</summary>
    public bool GivesUp => returns >= 3 && IsInARow;

    /// <summary>A page that broke is drawn again.</summary>
    public void Return() => (returns, returned) = (IsInARow ? returns + 1 : 1, clock.GetTimestamp());

    /// <summary>
    /// Reads, and again after a pause until the database answers; whatever else breaks is thrown, and what lasts too long for it when it
    /// does so again.
    /// </summary>
    public async Task ReadAsync(Func<Task> read, CancellationToken stop)
    {
        var waits = false;
        var slow = false;
        try
        {
            while (await FaultAsync(read, stop) is { } fault)
            {
                if (DatabaseFault.IsTooSlow(fault))
                {
                    if (slow)
                    {
                        ExceptionDispatchInfo.Throw(fault);
                    }

                    slow = true;
                }

                if (!waits)
                {
                    waits = true;
                    Count(1);
                }

                await Task.Delay(Pause, clock, stop);
            }
        }
        finally
        {
            if (waits)
            {
                Count(-1);
            }
        }
    }

    /// <summary>Does once what somebody asked for; when the database does not answer the page says so for a while, no more.</summary>
    public async Task TryAsync(Func<Task> work)
    {
        if (await FaultAsync(work, CancellationToken.None) is not null)
        {
            Count(1);
            _ = ForgetAsync();
        }
    }

    private bool IsInARow => clock.GetElapsedTime(returned) <= InARow;

    private static async Task<Exception?> FaultAsync(Func<Task> work, CancellationToken stop)
    {
        try
        {
            await work();
            return null;
        }
        catch (Exception broken) when (!stop.IsCancellationRequested && DatabaseFault.Is(broken))
        {
            // The layer below has logged it.
            return broken;
        }
    }

    private async Task ForgetAsync()
    {
        await Task.Delay(Told, clock);
        Count(-1);
    }

    private void Count(int more)
    {
        var now = Interlocked.Add(ref waiting, more);
        if (now == 0 || (now == 1 && more == 1))
        {
            Changed?.Invoke();
        }
    }
}
