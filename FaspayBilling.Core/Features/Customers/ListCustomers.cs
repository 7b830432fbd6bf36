using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Reads one page of the Customer List in two commands: the count and the rows.</summary>
public sealed class ListCustomers(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>A page past the end answers the last one.</summary>
    public async Task<Page<CustomerRow>> HandleAsync(Actor actor, CustomerQuery query, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = db.Find(actor, query);
        var total = await found.CountAsync(stop);
        var size = PageSizes.Of(query.Size);
        var number = Math.Clamp(query.Page, 1, Math.Max(1, (total + size - 1) / size));
        var rows = await db.Rows(found, query.Sort, query.Descending).Skip((number - 1) * size).Take(size).ToListAsync(stop);
        return new Page<CustomerRow>(rows, total, number, size);
    }
}
