using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.History;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Adds a customer group, or gives one another name.</summary>
public sealed class SaveCustomerGroup(WriteTransaction writes)
{
    public const int LongestName = 100;

    /// <summary>
    /// Refuses <c>not-allowed</c>, <c>customer-group.not-found</c>, <c>changed-elsewhere</c>, <c>customer-group.name</c>, <c>customer-group.name-taken</c> (capitals or not).
    /// </summary>
    /// <param name="actor">Finance.</param>
    /// <param name="id">The group to change; null to add one.</param>
    /// <param name="name">1 to 100 characters.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="stop">Ends the write.</param>
    public Task<Outcome> HandleAsync(Actor actor, long? id, string name, int version, CancellationToken stop) =>
        writes.RunAsync(actor, new Attempt(HistorySubject.Customer, id is null ? "Add a customer group" : "Change a customer group"), async write =>
        {
            var taken = id is null ? null : await write.GroupAsync(id.Value, version);
            if ((taken is null ? actor.WhyNot(Role.Finance) : taken.Refusal) is { } no)
            {
                return no;
            }

            var clean = PlainText.Line(name);
            if (clean.Length is 0 or > LongestName)
            {
                return Refusals.GroupName;
            }

            var others = await write.Db.Set<CustomerGroup>().VisibleTo(actor).Where(g => g.Id != id).Select(g => g.Name).ToListAsync(write.Stop);
            if (others.Contains(clean, StringComparer.OrdinalIgnoreCase))
            {
                return Refusals.GroupNameTaken;
            }

            Save(write, taken?.Value, clean);
            return Outcome.Done;
        }, stop);

    private static void Save(Write write, CustomerGroup? group, string name)
    {
        write.History(HistorySubject.Customer, null, group is null ? $"Customer group {name} added" : $"Customer group {group.Name} is now {name}");
        if (group is null)
        {
            write.Db.Add(new CustomerGroup { MerchantId = write.Actor.MerchantId, Name = name });
        }
        else
        {
            group.Name = name;
        }
    }
}
