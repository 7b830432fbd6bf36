using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Paging;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Reads one page of the Customer List in two commands: the count, as far as pages go, and the rows.</summary>
public sealed class ListCustomers(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>A page past the end answers the last one.</summary>
    public async Task<Page<CustomerRow>> HandleAsync(Actor actor, CustomerQuery query, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = db.Find(actor, query);
        var page = CountedPage.Of(await found.CountUpAsync(stop), query.Page, query.Size);
        var shown = page.More ? db.Find(actor, query, inOrder: true) : found;
        return page.With(await db.Rows(shown, query.Sort, query.Descending).At(page).ToListAsync(stop));
    }
}
