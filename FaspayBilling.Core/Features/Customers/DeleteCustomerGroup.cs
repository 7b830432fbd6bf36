using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Deletes a customer group; its customers stay, without one.</summary>
public sealed class DeleteCustomerGroup(WriteTransaction writes)
{
    /// <summary>Refuses <c>customer-group.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, int version, CancellationToken stop) =>
        writes.RunAsync(actor, new AuditedAction(HistorySubject.Customer, "customer-group.delete"), async write =>
        {
            var found = await write.GroupAsync(id, version);
            if (found.Refusal is { } no)
            {
                return no;
            }

            await write.Db.Set<Customer>()
                .VisibleTo(actor)
                .Where(c => c.GroupId == id)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.GroupId, (long?)null), write.Stop);
            write.Db.Remove(found.Value);
            write.History(HistorySubject.Customer, null, "customer-group.delete", ("group", found.Value.Name));
            return Outcome.Done;
        }, stop);
}
