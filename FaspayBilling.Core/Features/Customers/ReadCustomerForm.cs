using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Reads what the form of a customer needs, for a new one or to change one.</summary>
public sealed class ReadCustomerForm(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>customer.not-found</c>.</summary>
    /// <param name="actor">Anyone of the merchant.</param>
    /// <param name="id">Null for a new customer.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<Outcome<CustomerForm>> HandleAsync(Actor actor, long? id, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var customer = id is null
            ? null
            : await db.Set<Customer>().VisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop);
        if (id is not null && customer is null)
        {
            return CustomerRefusals.CustomerNotFound;
        }

        var groups = await db.Set<CustomerGroup>()
            .VisibleTo(actor)
            .OrderBy(g => g.Name)
            .Select(g => new GroupChoice(g.Id, g.Name))
            .ToListAsync(stop);
        var module = (await db.SettingsAsync(actor, stop)).EFakturModule;
        return new CustomerForm(
            customer is null ? new CustomerInput() : CustomerInput.Of(customer), customer?.Version ?? 0, module, groups);
    }
}

/// <summary>The form of a customer.</summary>
/// <param name="Data">What stands in it.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="EFakturModule">False hides everything about tax.</param>
/// <param name="Groups">To choose from, by name.</param>
public sealed record CustomerForm(CustomerInput Data, int Version, bool EFakturModule, IReadOnlyList<GroupChoice> Groups);

/// <summary>A group to choose.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Its name.</param>
public sealed record GroupChoice(long Id, string Name);
