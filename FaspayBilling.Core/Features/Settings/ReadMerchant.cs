using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Settings;

/// <summary>Reads what the page Merchant shows.</summary>
public sealed class ReadMerchant(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>not-allowed</c>.</summary>
    public async Task<Outcome<MerchantView>> HandleAsync(Actor actor, CancellationToken stop)
    {
        if (actor.WhyNot(Role.Admin) is { } no)
        {
            return no;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var codeFixed = await db.CodeIsFixedAsync(actor, stop);
        return await db.Set<Merchant>().Where(m => m.Id == actor.MerchantId)
            .Select(m => new MerchantView(m.Name, m.Code, codeFixed, m.Npwp, m.Nitku, m.Address, m.Language, m.Logo, m.Version))
            .SingleAsync(stop);
    }
}

/// <summary>The merchant as it is.</summary>
/// <param name="Name">As invoices and mails write it.</param>
/// <param name="Code">Three capital letters or digits.</param>
/// <param name="CodeFixed">True after the first invoice, deleted ones included.</param>
/// <param name="Npwp">15 or 16 digits, or empty.</param>
/// <param name="Nitku">22 digits, or empty.</param>
/// <param name="Address">As invoices write it, or empty.</param>
/// <param name="Language">Of mails to people who are no users here.</param>
/// <param name="Logo">Data URL; null without one.</param>
/// <param name="Version">For saving: a stale one is refused.</param>
public sealed record MerchantView(
    string Name,
    string Code,
    bool CodeFixed,
    string Npwp,
    string Nitku,
    string Address,
    Language Language,
    string? Logo,
    int Version);
