using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Settings;

/// <summary>When a merchant's code can still change.</summary>
internal static class MerchantCodes
{
    /// <summary>True once an invoice carries the code; a deleted one carries it for ten years.</summary>
    public static Task<bool> CodeIsFixedAsync(this BillingDb db, Actor actor, CancellationToken stop) =>
        db.Set<Invoice>().IgnoreQueryFilters().VisibleTo(actor).AnyAsync(stop);
}
