using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.History;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Deletes a customer group; its customers stay, without one.</summary>
public sealed class DeleteCustomerGroup(WriteTransaction writes)
{
    /// <summary>Refuses <c>customer-group.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, int version, CancellationToken stop) =>
        writes.RunAsync(actor, new Attempt(HistorySubject.Customer, "Delete a customer group"), async write =>
        {
            var found = await write.GroupAsync(id, version);
            if (found.Refusal is { } no)
            {
                return no;
            }

            await write.Db.Set<Customer>().VisibleTo(actor).Where(c => c.GroupId == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.GroupId, (long?)null), write.Stop);
            write.Db.Remove(found.Value);
            write.History(HistorySubject.Customer, null, $"Customer group {found.Value.Name} deleted");
            return Outcome.Done;
        }, stop);
}
