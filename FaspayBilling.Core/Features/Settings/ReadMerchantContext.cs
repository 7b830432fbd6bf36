using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Settings;

/// <summary>What the frame around every page shows.</summary>
public sealed class ReadMerchantContext(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>The actor's merchant and whether its E-Faktur Module is on; null when the merchant is gone.</summary>
    public async Task<MerchantContext?> HandleAsync(Actor actor, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var merchant = await db.Set<Merchant>()
            .Where(m => m.Id == actor.MerchantId)
            .Select(m => new { m.Name, m.Logo })
            .SingleOrDefaultAsync(stop);
        return merchant is null
            ? null
            : new MerchantContext(merchant.Name, merchant.Logo, (await db.SettingsAsync(actor, stop)).EFakturModule);
    }
}

/// <summary>The merchant as the frame shows it.</summary>
/// <param name="Merchant">Its name.</param>
/// <param name="Logo">Data URL of its logo; null without one.</param>
/// <param name="EFakturModule">False hides the E-Faktur menu.</param>
public sealed record MerchantContext(string Merchant, string? Logo, bool EFakturModule);
