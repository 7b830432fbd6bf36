using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FaspayBilling.Core.Hosting;

/// <summary>Whether the database answers within two seconds: who asks may send people here.</summary>
public sealed class DatabaseHealth(IDbContextFactory<BillingDb> dbs) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await using var db = await dbs.CreateDbContextAsync(patience.Token);
            await db.Set<Merchant>().AnyAsync(patience.Token).WaitAsync(patience.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception broken) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", broken);
        }
    }
}
