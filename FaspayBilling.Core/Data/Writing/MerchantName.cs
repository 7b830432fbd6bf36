using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Data.Writing;

/// <summary>What a write says about its own merchant.</summary>
internal sealed record MerchantName(string Code, string Name)
{
    /// <summary>Read once a write.</summary>
    public static async Task<MerchantName> OfAsync(WriteContext write) => write.Merchant ??=
        await write.Queries.Of(Find)(write.Db, write.Actor.MerchantId);

    private static Func<BillingDb, long, Task<MerchantName>> Find() => EF.CompileAsyncQuery(
        (BillingDb db, long merchant) => db.Set<Merchant>()
            .Where(m => m.Id == merchant)
            .Select(m => new MerchantName(m.Code, m.Name))
            .Single());
}
