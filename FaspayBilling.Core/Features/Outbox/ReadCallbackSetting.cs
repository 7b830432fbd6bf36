using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Outbox;

/// <summary>Reads the address that is called after payments.</summary>
public sealed class ReadCallbackSetting(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>not-allowed</c> (Admin).</summary>
    public async Task<Outcome<CallbackSetting>> HandleAsync(Actor actor, CancellationToken stop)
    {
        if (actor.WhyNot(Role.Admin) is { } no)
        {
            return no;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var settings = await db.SettingsAsync(actor, stop);
        return new CallbackSetting(settings.CallbackUrl, settings.Version);
    }
}

/// <summary>The address as it is set.</summary>
/// <param name="Url">Empty for no callbacks.</param>
/// <param name="Version">For saving: a stale one is refused.</param>
public sealed record CallbackSetting(string Url, int Version);
