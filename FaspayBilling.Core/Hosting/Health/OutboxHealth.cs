using System.Globalization;
using FaspayBilling.Core.Outbox;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FaspayBilling.Core.Hosting.Health;

/// <summary>
/// Whether mail and callbacks leave. What was tried in vain is due again later and does not count: a row stays due where nobody works, or
/// more comes in than goes out. Then it is degraded, since the screens go on; and no worse while the rows cannot be counted in time:
/// whether the database answers at all says another check.
/// </summary>
public sealed class OutboxHealth(OutboxLengths outboxes, HealthSettings settings) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Patience.AskAsync(settings, HealthStatus.Degraded, async stop =>
        {
            var all = await outboxes.ReadAsync(stop);
            var words = string.Join(", ", all.Select(o => string.Create(
                CultureInfo.InvariantCulture, $"{o.Outbox}: {o.Waiting} waiting, due for {o.Overdue.TotalMinutes:0} minutes")));
            return all.Any(o => o.Overdue > settings.Overdue)
                ? HealthCheckResult.Degraded(words)
                : HealthCheckResult.Healthy(words);
        }, cancellationToken);
}
