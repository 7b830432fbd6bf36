using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>Which users of the merchant need a second factor.</summary>
public sealed class ReadSecondFactorRule(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>not-allowed</c>.</summary>
    public async Task<Outcome<SecondFactorRule>> HandleAsync(Actor actor, CancellationToken stop)
    {
        if (actor.WhyNot(Role.Admin) is { } no)
        {
            return no;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Set<Merchant>().Where(m => m.Id == actor.MerchantId).Select(m => m.SecondFactorRule).SingleAsync(stop);
    }
}
