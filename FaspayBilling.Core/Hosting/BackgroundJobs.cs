using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Faults;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.TaxNumbers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Core.Hosting;

/// <summary>
/// Does every half minute what only time makes due: overdue invoices, the threshold of a new year, keys that were kept long enough.
/// </summary>
public sealed partial class BackgroundJobs(
    OpenFile file,
    SweepOverdue overdue,
    CheckNewYear newYear,
    WorkOnce work,
    ForgetSessions sessions,
    TimeProvider clock,
    ILogger<BackgroundJobs> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        Func<CancellationToken, Task>[] jobs =
            [LookAsync, overdue.HandleAsync, newYear.HandleAsync, work.ForgetAsync, sessions.HandleAsync];
        do
        {
            foreach (var job in jobs)
            {
                await TryAsync(job, stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // One that fails keeps no other from its turn.
    private async Task TryAsync(Func<CancellationToken, Task> job, CancellationToken stop)
    {
        try
        {
            await job(stop);
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            // A database away for a moment must not end the sweep: the next round does the same again.
            LogBroken(broken);
        }
        catch (Exception broken) when (DatabaseFault.Is(broken))
        {
            // The program ends: what was not done now the next start does.
        }
    }

    // The log says it, also while nobody writes.
    private Task LookAsync(CancellationToken stop)
    {
        file.WhyNot();
        return Task.CompletedTask;
    }

    [LoggerMessage(1201, LogLevel.Error, "The sweep failed; it runs again in half a minute")]
    private partial void LogBroken(Exception broken);
}
