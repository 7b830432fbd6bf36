using FaspayBilling.Core.Live;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Core.Callbacks;

/// <summary>Makes callbacks in the background: at once after a commit on this node, and every ten seconds for all else.</summary>
internal sealed partial class CallbackWorker(CallbackDelivery delivery, LiveChanges live, ILogger<CallbackWorker> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim wake = new(0);

    public override void Dispose()
    {
        wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        live.Committed += Wake;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await EmptyAsync(stoppingToken);
                await wake.WaitAsync(Rest, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The normal end.
        }
        finally
        {
            live.Committed -= Wake;
        }
    }

    // Every payment of an API bill touches the callbacks; other commits leave nothing to call.
    private void Wake(LiveChange change)
    {
        if (change.Touches(Domain.History.HistorySubject.Callback))
        {
            wake.Release();
        }
    }

    private async Task EmptyAsync(CancellationToken stop)
    {
        // Many commits while it worked need one more look, not many.
        while (wake.Wait(0, CancellationToken.None))
        {
        }

        try
        {
            while (await delivery.SendDueAsync(stop) > 0)
            {
            }
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            // A database that is away for a while must not end the worker; the calls wait.
            LogBroken(broken);
        }
    }

    [LoggerMessage(LogLevel.Error, "The callbacks could not be made; they are tried again")]
    private partial void LogBroken(Exception broken);
}
