using FaspayBilling.Core.Features.Billings;
using FaspayBilling.Core.Features.Thresholds;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Core;

/// <summary>Does every half minute what only time makes due: overdue invoices and the threshold of a new year.</summary>
public sealed partial class Sweep(SweepOverdue overdue, CheckNewYear newYear, TimeProvider clock, ILogger<Sweep> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await overdue.HandleAsync(stoppingToken);
                await newYear.HandleAsync(stoppingToken);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                // A database away for a moment must not end the sweep: the next round does the same again.
                LogBroken(broken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "The sweep failed; it runs again in half a minute")]
    private partial void LogBroken(Exception broken);
}
