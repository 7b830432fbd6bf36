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
    private readonly SemaphoreSlim wake = new(0);

    public override void Dispose()
    {
        wake.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Does some of what is due, and answers how much it took.</summary>
    protected abstract Task<int> SendDueAsync(CancellationToken stop);

    /// <summary>False for a commit that left nothing to send.</summary>
    protected abstract bool Concerns(LiveChange change);

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

    private void Wake(LiveChange change)
    {
        if (Concerns(change))
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
            while (await SendDueAsync(stop) > 0)
            {
            }
        }
        catch (Exception broken) when (stop.IsCancellationRequested && DatabaseFault.Is(broken))
        {
            // It went away while the program ends: what is due waits for the next one.
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            // A database that is away for a while must not end the worker; what is due waits.
            LogBroken(broken, GetType().Name);
        }
    }

    [LoggerMessage(1401, LogLevel.Error, "{Worker} could not empty its outbox; it is tried again")]
    private partial void LogBroken(Exception broken, string worker);
}
