using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Archives a customer, or brings it back: an archived one is kept for its invoices and offered for no new one.</summary>
public sealed class ArchiveCustomer(WriteTransaction writes)
{
    /// <summary>Refuses <c>customer.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>. Archiving twice changes nothing.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, int version, bool archived, CancellationToken stop) =>
        writes.RunAsync(actor, new Attempt(HistorySubject.Customer, archived ? "Archive a customer" : "Bring an archived customer back"), async write =>
        {
            var found = await write.CustomerAsync(id, version);
            if (found.Refusal is { } no)
            {
                return no;
            }

            var customer = found.Value;
            if (customer.ArchivedAt is null == archived)
            {
                customer.ArchivedAt = archived ? write.Now : null;
                write.History(HistorySubject.Customer, id, archived ? $"Customer {customer.Name} archived" : $"Customer {customer.Name} brought back");
            }

            return Outcome.Done;
        }, stop);
}
