using Microsoft.AspNetCore.Components.Server.Circuits;

namespace FaspayBilling.Web.Health;

/// <summary>
/// Gives memory back when many pages were closed. The collector runs when something is asked for, and after the working day nobody asks.
/// </summary>
public sealed class ClosedPages : CircuitHandler, IDisposable
{
    // Fewer are not worth the pause that it takes.
    private const int Worth = 100;

    // Somebody may come back at once, as after an upgrade behind a proxy.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);

    private readonly Lock door = new();
    private readonly Action collect;
    private readonly ITimer timer;
    private int open;
    private int most;
    private bool waiting;

    /// <summary>Counts pages from none on.</summary>
    /// <param name="clock">When the pages have come to rest.</param>
    /// <param name="collect">Collects what is not used any more and gives it back to the system.</param>
    public ClosedPages(TimeProvider clock, Action collect)
    {
        this.collect = collect;
        timer = clock.CreateTimer(_ => GiveBack(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Opened();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Closed();
        return Task.CompletedTask;
    }

    /// <summary>One more page is open.</summary>
    public void Opened()
    {
        lock (door)
        {
            most = Math.Max(most, ++open);
        }
    }

    /// <summary>One page less is open; what it took is given back when half of them have gone, and a hundred at least.</summary>
    public void Closed()
    {
        lock (door)
        {
            open--;
            if (!waiting && AreWorthIt())
            {
                waiting = true;
                timer.Change(Rest, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => timer.Dispose();

    private bool AreWorthIt() => most - open >= Worth && open * 2 <= most;

    private void GiveBack()
    {
        lock (door)
        {
            waiting = false;
            if (!AreWorthIt())
            {
                return;
            }

            most = open;
        }

        collect();
    }
}
