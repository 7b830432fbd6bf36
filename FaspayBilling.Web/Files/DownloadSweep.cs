namespace FaspayBilling.Web.Files;

/// <summary>Deletes downloads that nobody fetched, once a minute.</summary>
public sealed class DownloadSweep(DownloadStore store, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            store.Sweep();
        }
    }
}
