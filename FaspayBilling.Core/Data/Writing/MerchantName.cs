using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Data.Writing;

/// <summary>What a write says about its own merchant.</summary>
internal sealed record MerchantName(string Code, string Name)
{
    /// <summary>Read once a write.</summary>
    public static async Task<MerchantName> OfAsync(WriteContext write) => write.Merchant ??= await write.Db.Set<Merchant>()
        .Where(m => m.Id == write.Actor.MerchantId)
        .Select(m => new MerchantName(m.Code, m.Name))
        .SingleAsync(write.Stop);
}
