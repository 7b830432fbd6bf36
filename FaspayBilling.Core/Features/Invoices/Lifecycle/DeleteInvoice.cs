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
            async write => await DeleteAsync(write, await LockedInvoice.TakeAsync(write, key)) is { } no ? no : Outcome.Done,
            stop);

    /// <summary>Answers why not; null when it is hidden.</summary>
    /// <param name="write">The open write.</param>
    /// <param name="found">The invoice, or why there is none.</param>
    /// <param name="waiting">Its mails that wait, when they were read with those of others.</param>
    internal static async Task<Refusal?> DeleteAsync(
        WriteContext write, Outcome<LockedInvoice> found, ILookup<long, OutboxMail>? waiting = null)
    {
        if ((found.Refusal ?? found.Value.WhyNot(InvoiceAction.Delete, write.Now)) is { } no)
        {
            return no;
        }

        var invoice = found.Value.Invoice;
        invoice.Delete(write.Now);
        write.Withdraw((waiting ?? await write.WaitingMailsAsync([invoice.Id]))[invoice.Id]);
        write.History(HistorySubject.Invoice, invoice.Id, "invoice.delete");
        return null;
    }
}
