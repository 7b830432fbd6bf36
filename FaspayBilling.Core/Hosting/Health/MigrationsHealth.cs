using FaspayBilling.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FaspayBilling.Core.Hosting.Health;

/// <summary>
/// Whether the database is of this program's version. Another one may have been restored under it, or a newer program on another node has
/// upgraded it: this program knows nothing of what changed and would not start on it either, so nobody is sent here any more.
/// </summary>
public sealed class MigrationsHealth(IDbContextFactory<BillingDb> dbs, HealthSettings settings) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Patience.AskAsync(settings, HealthStatus.Unhealthy, async stop =>
        {
            await using var db = await dbs.CreateDbContextAsync(stop);
            var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            var applied = (await db.Database.GetAppliedMigrationsAsync(stop)).ToHashSet(StringComparer.Ordinal);
            if (applied.SetEquals(known))
            {
                return HealthCheckResult.Healthy("It is of this version.");
            }

            return HealthCheckResult.Unhealthy(applied.IsSubsetOf(known)
                ? $"The database is of another version; pending migrations: {known.Count - applied.Count}. Start the program anew."
                : "The database is of another version; it holds migrations that this program does not know. Start the newer one here.");
        }, cancellationToken);
}
