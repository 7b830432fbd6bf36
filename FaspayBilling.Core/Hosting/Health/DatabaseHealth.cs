using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FaspayBilling.Core.Hosting.Health;

/// <summary>Whether the database answers in time: who asks may send people here.</summary>
public sealed class DatabaseHealth(IDbContextFactory<BillingDb> dbs, OpenFile file, HealthSettings settings) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Patience.AskAsync(settings, HealthStatus.Unhealthy, async stop =>
        {
            await using var db = await dbs.CreateDbContextAsync(stop);
            await db.Set<Merchant>().AnyAsync(stop);
            return file.WhyNot() is { } why ? HealthCheckResult.Unhealthy($"{why}.") : HealthCheckResult.Healthy("It answers.");
        }, cancellationToken);
}
