using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Core.Features.Billings;

/// <summary>Hides a Draft, Proforma or Cancelled invoice; the row is kept ten years.</summary>
public sealed class DeleteInvoice(WriteTransaction transaction)
{
    /// <summary>
    /// Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>, <c>invoice.not-deletable</c>, <c>invoice.holds-tax-number</c>.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, InvoiceKey key, CancellationToken stop) =>
        transaction.RunAsync(actor, new Attempt(HistorySubject.Invoice, $"Delete {key.Number}"), async write =>
        {
            var found = await InvoiceInHand.TakeAsync(write, key);
            if ((found.Refusal ?? found.Value.WhyNot(InvoiceAction.Delete, write.Now)) is { } no)
            {
                return no;
            }

            found.Value.Invoice.Delete(write.Now);
            write.History(HistorySubject.Invoice, found.Value.Invoice.Id, "Deleted");
            return Outcome.Done;
        }, stop);
}
