using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Deletes a customer that no invoice names.</summary>
public sealed class DeleteCustomer(WriteTransaction writes)
{
    /// <summary>
    /// Refuses <c>customer.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>, <c>customer.in-use</c>: a deleted invoice counts
    /// too, it is kept ten years.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, int version, CancellationToken stop) =>
        writes.RunAsync(actor, new AuditedAction(HistorySubject.Customer, "customer.delete"), async write =>
        {
            var found = await write.CustomerAsync(id, version);
            if (found.Refusal is { } no)
            {
                return no;
            }

            if (await write.Db.Set<Invoice>()
                .IgnoreQueryFilters()
                .AnyAsync(i => i.MerchantId == actor.MerchantId && i.CustomerId == id, write.Stop))
            {
                return CustomerRefusals.CustomerInUse;
            }

            write.Db.Remove(found.Value);
            write.History(HistorySubject.Customer, id, "customer.delete", ("customer", found.Value.Name));
            return Outcome.Done;
        }, stop);
}
