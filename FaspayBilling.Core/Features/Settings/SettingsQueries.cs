using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Settings;

/// <summary>What every change of the billing settings begins with.</summary>
internal static class SettingsQueries
{
    /// <summary>
    /// The row to change, if the actor is Admin and it is still the version that was read. Refuses <c>not-allowed</c>,
    /// <c>changed-elsewhere</c>.
    /// </summary>
    public static async Task<Outcome<BillingSettings>> BillingSettingsAsync(this WriteContext write, int version)
    {
        if (write.Actor.WhyNot(Role.Admin) is { } no)
        {
            return no;
        }

        var settings = await write.Db.Set<BillingSettings>().VisibleTo(write.Actor).SingleOrDefaultAsync(write.Stop);
        if ((settings?.Version ?? 0) != version)
        {
            return Refusals.ChangedElsewhere;
        }

        if (settings is null)
        {
            settings = new BillingSettings { MerchantId = write.Actor.MerchantId, Version = 1 };
            write.Db.Add(settings);
        }

        return settings;
    }
}
