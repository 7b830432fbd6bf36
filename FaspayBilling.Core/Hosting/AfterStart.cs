using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FaspayBilling.Core.Hosting;

/// <summary>
/// Runs a background service from a moment after the program answers: its first round costs as much as all that the first request
/// waits for. Without a program around it, at once.
/// </summary>
/// <param name="service">What begins later.</param>
/// <param name="program">The program around it, if any.</param>
/// <param name="moment">How long after the program answers.</param>
public sealed class AfterStart<TService>(TService service, IHostApplicationLifetime? program, TimeSpan moment) : BackgroundService
    where TService : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (program is not null)
        {
            await StartedAsync(program, stoppingToken);
            await Task.Delay(moment, stoppingToken);
        }

        // It ends with the token, and what breaks it ends the program as it always did.
        await service.StartAsync(stoppingToken);
        await (service.ExecuteTask ?? Task.CompletedTask);
    }

    private static async Task StartedAsync(IHostApplicationLifetime program, CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var told = program.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stop);
    }
}

/// <summary>Registers what may begin after the first request.</summary>
public static class AfterStartServices
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);

    /// <summary>Adds a background service that begins a moment after the program answers.</summary>
    public static IServiceCollection AddAfterStart<TService>(this IServiceCollection services)
        where TService : BackgroundService => services
        .AddSingleton<TService>()
        .AddHostedService(p => new AfterStart<TService>(
            p.GetRequiredService<TService>(), p.GetService<IHostApplicationLifetime>(), Moment));
}
