using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Data;

/// <summary>Hands out the configured database as the abstract one: EF's factory interface is not covariant.</summary>
internal sealed class BillingDbFactory<TDb>(IDbContextFactory<TDb> factory) : IDbContextFactory<BillingDb>
    where TDb : BillingDb
{
    public BillingDb CreateDbContext() => factory.CreateDbContext();

    public async Task<BillingDb> CreateDbContextAsync(CancellationToken stop = default) => await factory.CreateDbContextAsync(stop);
}
