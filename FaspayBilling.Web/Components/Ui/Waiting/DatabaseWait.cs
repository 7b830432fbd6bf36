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

    private int waiting;

    /// <summary>Something is waited for, or could not be done just now.</summary>
    public bool Silent => waiting > 0;

    /// <summary>It fell silent or answers again; on any thread.</summary>
    public event Action? Changed;

    /// <summary>Reads, and again after a pause until the database answers; whatever else breaks is thrown.</summary>
    public async Task ReadAsync(Func<Task> read, CancellationToken stop)
    {
        var waits = false;
        try
        {
            while (!await AnsweredAsync(read, stop))
            {
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
        if (!await AnsweredAsync(work, CancellationToken.None))
        {
            Count(1);
            _ = ForgetAsync();
        }
    }

    private static async Task<bool> AnsweredAsync(Func<Task> work, CancellationToken stop)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception broken) when (!stop.IsCancellationRequested && DatabaseFault.Is(broken))
        {
            // The layer below has logged it.
            return false;
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
