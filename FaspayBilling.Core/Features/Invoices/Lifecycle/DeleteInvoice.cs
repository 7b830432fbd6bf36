using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>Hides a Draft, Proforma or Cancelled invoice; the row is kept ten years.</summary>
public sealed class DeleteInvoice(WriteTransaction transaction)
{
    /// <summary>
    /// Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>, <c>invoice.not-deletable</c>,
    /// <c>invoice.holds-tax-number</c>.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, InvoiceKey key, CancellationToken stop) =>
        transaction.RunAsync(
            actor,
            new AuditedAction(HistorySubject.Invoice, "invoice.delete", ("invoice", key.Number)),
            write => DeleteAsync(write, key),
            stop);

    internal static async Task<Outcome> DeleteAsync(WriteContext write, InvoiceKey key)
    {
        var found = await LockedInvoice.TakeAsync(write, key);
        if ((found.Refusal ?? found.Value.WhyNot(InvoiceAction.Delete, write.Now)) is { } no)
        {
            return no;
        }

        found.Value.Invoice.Delete(write.Now);
        await write.WithdrawMailsAsync(found.Value.Invoice);
        write.History(HistorySubject.Invoice, found.Value.Invoice.Id, "invoice.delete");
        return Outcome.Done;
    }
}
