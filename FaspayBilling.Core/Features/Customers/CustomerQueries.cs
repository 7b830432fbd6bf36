using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>What every change of an existing customer or group begins with.</summary>
internal static class CustomerQueries
{
    /// <summary>The row, under the lock. Refuses <c>customer.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>.</summary>
    public static async Task<Outcome<Customer>> CustomerAsync(this WriteContext write, long id, int version)
    {
        var customer = await write.Db.Set<Customer>().VisibleTo(write.Actor).SingleOrDefaultAsync(c => c.Id == id, write.Stop);
        write.About = customer?.Id;
        return customer is null ? CustomerRefusals.CustomerNotFound
            : write.Actor.WhyNot(Role.Finance) is { } no ? no
            : customer.Version != version ? Refusals.ChangedElsewhere
            : customer;
    }

    /// <summary>The row, under the lock. Refuses <c>customer-group.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>.</summary>
    public static async Task<Outcome<CustomerGroup>> GroupAsync(this WriteContext write, long id, int version)
    {
        var group = await write.Db.Set<CustomerGroup>().VisibleTo(write.Actor).SingleOrDefaultAsync(g => g.Id == id, write.Stop);
        return group is null ? CustomerRefusals.GroupNotFound
            : write.Actor.WhyNot(Role.Finance) is { } no ? no
            : group.Version != version ? Refusals.ChangedElsewhere
            : group;
    }
}
