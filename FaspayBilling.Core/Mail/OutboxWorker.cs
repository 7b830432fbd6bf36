using FaspayBilling.Core.Live;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Core.Mail;

/// <summary>Empties the outbox in the background: at once after a commit on this node, and every ten seconds for all else.</summary>
internal sealed partial class OutboxWorker(OutboxDelivery delivery, LiveChanges live, ILogger<OutboxWorker> log) : BackgroundService
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

    private void Wake(LiveChange change) => wake.Release();

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
            // A database that is away for a while must not end the worker; the mails wait.
            LogBroken(broken);
        }
    }

    [LoggerMessage(LogLevel.Error, "The mail outbox could not be emptied; it is tried again")]
    private partial void LogBroken(Exception broken);
}
