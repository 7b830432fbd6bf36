using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.BillingApi;

/// <summary>Tells a merchant's system where one of its bills stands.</summary>
public sealed class InquireBill(IDbContextFactory<BillingDb> dbs, FindBillCaller callers, SiteSettings site)
{
    /// <summary>Refuses <c>api-credential.signature</c>, <c>bill.not-found</c>: another merchant's bill looks like none.</summary>
    public async Task<Outcome<ApiBill>> HandleAsync(SignedBill signed, long billId, CancellationToken stop)
    {
        var caller = await callers.HandleAsync(signed, stop);
        if (!caller.Ok)
        {
            return caller.Refusal!;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var invoice = await ApiBill.Among(db, caller.Value)
            .AsNoTracking()
            .SingleOrDefaultAsync(i => i.Id == billId && i.TransactionNumber == signed.TransactionNumber, stop);
        return invoice is null ? BillRefusals.BillNotFound : ApiBill.Of(invoice, site);
    }
}
