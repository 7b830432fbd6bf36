using FaspayBilling.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FaspayBilling.Core.Hosting.Health;

/// <summary>Whether the database is of this program's version: another one may have been restored under it.</summary>
public sealed class MigrationsHealth(IDbContextFactory<BillingDb> dbs, HealthSettings settings) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Patience.AskAsync(settings, async stop =>
        {
            await using var db = await dbs.CreateDbContextAsync(stop);
            var pending = (await db.Database.GetPendingMigrationsAsync(stop).WaitAsync(stop)).Count();
            return pending == 0
                ? HealthCheckResult.Healthy("None is pending.")
                : HealthCheckResult.Unhealthy($"{pending} migrations are pending; start the program anew.");
        }, cancellationToken);
}
