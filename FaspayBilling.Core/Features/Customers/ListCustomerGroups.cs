using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Reads the customer groups by name, in one command.</summary>
public sealed class ListCustomerGroups(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>All of the merchant's.</summary>
    public async Task<IReadOnlyList<GroupRow>> HandleAsync(Actor actor, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Set<CustomerGroup>()
            .VisibleTo(actor)
            .OrderBy(g => g.Name)
            .ThenBy(g => g.Id)
            .Select(g => new GroupRow(g.Id, g.Version, g.Name, db.Set<Customer>().Count(c => c.GroupId == g.Id && c.ArchivedAt == null)))
            .ToListAsync(stop);
    }
}

/// <summary>One customer group.</summary>
/// <param name="Id">Key.</param>
/// <param name="Version">For the next change.</param>
/// <param name="Name">Its name.</param>
/// <param name="Customers">How many customers are in it, archived ones not counted.</param>
public sealed record GroupRow(long Id, int Version, string Name, int Customers);
