using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Data;

/// <summary>The merchant's switches, for handlers that depend on them.</summary>
internal static class Modules
{
    /// <summary>The settings as they are now; the defaults for a merchant that never saved any.</summary>
    public static async Task<BillingSettings> SettingsAsync(this BillingDb db, Actor actor, CancellationToken stop) =>
        await db.Set<BillingSettings>().VisibleTo(actor).SingleOrDefaultAsync(stop)
            ?? new BillingSettings { MerchantId = actor.MerchantId };

    /// <summary>Refuses <c>module.off</c> when the E-Faktur Module is switched off (docs/rules.md 9).</summary>
    public static async Task<Refusal?> WhyNotEFakturAsync(this BillingDb db, Actor actor, CancellationToken stop) =>
        (await db.SettingsAsync(actor, stop)).EFakturModule ? null : Refusals.ModuleOff;
}
