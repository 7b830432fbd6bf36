using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Adds a customer group, or gives one another name.</summary>
public sealed class SaveCustomerGroup(WriteTransaction writes)
{
    public const int LongestName = 100;

    /// <summary>
    /// Refuses <c>not-allowed</c>, <c>customer-group.not-found</c>, <c>changed-elsewhere</c>, <c>customer-group.name</c>,
    /// <c>customer-group.name-taken</c> (capitals or not).
    /// </summary>
    /// <param name="actor">Finance.</param>
    /// <param name="id">The group to change; null to add one.</param>
    /// <param name="name">1 to 100 characters.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="stop">Ends the write.</param>
    public Task<Outcome> HandleAsync(Actor actor, long? id, string name, int version, CancellationToken stop) =>
        writes.RunAsync(
            actor,
            new AuditedAction(HistorySubject.Customer, id is null ? "customer-group.add" : "customer-group.change"),
            async write =>
            {
                var taken = id is null ? null : await write.GroupAsync(id.Value, version);
                if ((taken is null ? actor.WhyNot(Role.Finance) : taken.Refusal) is { } no)
                {
                    return no;
                }

                var clean = PlainText.Line(name);
                if (clean.Length is 0 or > LongestName)
                {
                    return CustomerRefusals.GroupName;
                }

                var others = await write.Db.Set<CustomerGroup>()
                    .VisibleTo(actor)
                    .Where(g => g.Id != id)
                    .Select(g => g.Name)
                    .ToListAsync(write.Stop);
                if (others.Contains(clean, StringComparer.OrdinalIgnoreCase))
                {
                    return CustomerRefusals.GroupNameTaken;
                }

                Save(write, taken?.Value, clean);
                return Outcome.Done;
            },
            stop);

    private static void Save(WriteContext write, CustomerGroup? group, string name)
    {
        write.History(
            HistorySubject.Customer,
            null,
            group is null
                ? Message.Of("customer-group.add", ("group", name))
                : Message.Of("customer-group.change", ("before", group.Name), ("group", name)));
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
