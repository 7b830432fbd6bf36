using FaspayBilling.Core.Faults;
using FaspayBilling.Core.Live;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Core.Outbox;

/// <summary>
/// Empties an outbox in the background: at once after a commit on this node that wrote into it, and every ten seconds for all else.
/// </summary>
internal abstract partial class OutboxLoop(LiveChanges live, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    // While some lanes are busy or a machine is left alone, what somebody else wrote must not wait for them.
    private static readonly TimeSpan ShortRest = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim wake = new(0);

    public override void Dispose()
    {
        wake.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lanes that deliver what this outbox holds.</summary>
    protected abstract Lanes OpenLanes();

    /// <summary>False for a commit that left nothing to send.</summary>
    protected abstract bool Concerns(LiveChange change);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lanes = OpenLanes();
        live.Committed += Wake;
        try
        {
            await WorkAsync(lanes, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The normal end.
        }
        finally
        {
            live.Committed -= Wake;
            await lanes.EndAsync();
            await FreeAsync(lanes, stoppingToken);
        }
    }

    private async Task WorkAsync(Lanes lanes, CancellationToken stop)
    {
        Task? waiting = null;
        var works = true;
        while (!stop.IsCancellationRequested)
        {
            works = works && await FillAsync(lanes, stop);
            waiting ??= wake.WaitAsync(lanes.WaitForMore ? ShortRest : Rest, stop);
            await Task.WhenAny(lanes.UnderWay.Append(waiting));
            if (waiting.IsCompleted)
            {
                await waiting;
                waiting = null;
                StartOver(lanes);
                works = true;
            }

            // What failed is not followed by the next one at once: it would fare no better.
            works &= await FreeAsync(lanes, stop);
        }
    }

    private void StartOver(Lanes lanes)
    {
        // Many commits while it worked need one more look, not many.
        while (wake.Wait(0, CancellationToken.None))
        {
        }

        lanes.StartOver();
    }

    private void Wake(LiveChange change)
    {
        if (Concerns(change))
        {
            wake.Release();
        }
    }

    // False when something failed.
    private async Task<bool> FillAsync(Lanes lanes, CancellationToken stop)
    {
        try
        {
            await lanes.FillAsync(stop);
            return true;
        }
        catch (Exception broken)
        {
            Tell(broken, stop);
            return false;
        }
    }

    private async Task<bool> FreeAsync(Lanes lanes, CancellationToken stop)
    {
        if ((await lanes.FreeAsync()).Broken is not { } broken)
        {
            return true;
        }

        Tell(broken, stop);
        return false;
    }

    // A database that is away for a while must not end the worker; what is due waits, at the end of the program for the next one.
    private void Tell(Exception broken, CancellationToken stop)
    {
        if (!stop.IsCancellationRequested || !(broken is OperationCanceledException || DatabaseFault.Is(broken)))
        {
            LogBroken(broken, GetType().Name);
        }
    }

    [LoggerMessage(1401, LogLevel.Error, "{Worker} could not empty its outbox; it is tried again")]
    private partial void LogBroken(Exception broken, string worker);
}
