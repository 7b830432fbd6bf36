using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Archives a customer, or brings it back: an archived one is kept for its invoices and offered for no new one.</summary>
public sealed class ArchiveCustomer(WriteTransaction writes)
{
    /// <summary>Refuses <c>customer.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>. Archiving twice changes nothing.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, int version, bool archived, CancellationToken stop) =>
        writes.RunAsync(
            actor,
            new AuditedAction(HistorySubject.Customer, archived ? "customer.archive" : "customer.bring-back"),
            async write =>
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
                    write.History(
                        HistorySubject.Customer,
                        id,
                        archived ? "customer.archive" : "customer.bring-back",
                        ("customer", customer.Name));
                }

                return Outcome.Done;
            },
            stop);
}
