using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FaspayBilling.Core.Hosting.Health;

internal static class Patience
{
    /// <summary>Asks the database.</summary>
    /// <param name="settings">How long it is waited for.</param>
    /// <param name="silent">What no answer, or none in time, means.</param>
    /// <param name="ask">Asks, and keeps its context until the database has let it go, however late.</param>
    /// <param name="stop">Whoever wanted to know does no longer.</param>
    public static async Task<HealthCheckResult> AskAsync(
        HealthSettings settings, HealthStatus silent, Func<CancellationToken, Task<HealthCheckResult>> ask, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(settings.Patience);
        try
        {
            return await ask(patience.Token).WaitAsync(patience.Token);
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            return new HealthCheckResult(silent, "The database does not answer.", broken);
        }
    }
}
