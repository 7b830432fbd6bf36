using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.TaxNumbers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Core.Hosting;

/// <summary>
/// Does every half minute what only time makes due: overdue invoices, the threshold of a new year, keys that were kept long enough.
/// </summary>
public sealed partial class BackgroundJobs(
    SweepOverdue overdue, CheckNewYear newYear, WorkOnce work, ForgetSessions sessions, TimeProvider clock, ILogger<BackgroundJobs> log)
    : BackgroundService
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
                await work.ForgetAsync(stoppingToken);
                await sessions.HandleAsync(stoppingToken);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                // A database away for a moment must not end the sweep: the next round does the same again.
                LogBroken(broken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1201, LogLevel.Error, "The sweep failed; it runs again in half a minute")]
    private partial void LogBroken(Exception broken);
}
