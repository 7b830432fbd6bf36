using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FaspayBilling.Core.Hosting.Health;

internal static class Patience
{
    /// <summary>Asks the database; no answer, or none in time, is unhealthy.</summary>
    public static async Task<HealthCheckResult> AskAsync(
        HealthSettings settings, Func<CancellationToken, Task<HealthCheckResult>> ask, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(settings.Patience);
        try
        {
            return await ask(patience.Token);
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", broken);
        }
    }
}
