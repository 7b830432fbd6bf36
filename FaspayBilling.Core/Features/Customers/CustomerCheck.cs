using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>What is asked of every customer before it is saved, typed or imported.</summary>
internal static class CustomerCheck
{
    /// <summary>What is wrong with a cleaned input by itself.</summary>
    public static IReadOnlyList<Refusal> WhyNot(CustomerInput input) => CustomerRules.WhyNot(input, EmailAddress.IsValid);

    /// <summary>What is wrong with it by itself, and what other rows say against it.</summary>
    public static async Task<IReadOnlyList<Refusal>> WhyNotAsync(WriteContext write, CustomerInput input, long? id) =>
    [
        .. WhyNot(input),
        .. new[] { await WhyNotVaAsync(write, input.VaNumber, id), await WhyNotGroupAsync(write, input.GroupId) }.OfType<Refusal>()
    ];

    private static async Task<Refusal?> WhyNotVaAsync(WriteContext write, string number, long? id)
    {
        var holder = await write.Db.Set<Customer>()
            .VisibleTo(write.Actor)
            .Where(c => c.VaNumber == number && c.Id != id && number != "")
            .Select(c => c.Name)
            .FirstOrDefaultAsync(write.Stop);
        return holder is null ? null : CustomerRefusals.CustomerVaTaken(holder);
    }

    private static async Task<Refusal?> WhyNotGroupAsync(WriteContext write, long? groupId) =>
        groupId is null || await write.Db.Set<CustomerGroup>().VisibleTo(write.Actor).AnyAsync(g => g.Id == groupId, write.Stop)
            ? null
            : CustomerRefusals.CustomerGroupMissing;
}
