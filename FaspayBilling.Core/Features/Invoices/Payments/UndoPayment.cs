using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Invoices.Payments;

/// <summary>
/// Takes a payment back that was recorded by mistake: it stays listed as undone. That of a credit note goes back on both sides.
/// </summary>
public sealed class UndoPayment(WriteTransaction transaction)
{
    /// <summary>
    /// Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>, <c>payment.not-found</c>, <c>payment.undone</c>,
    /// <c>payment.not-undoable</c>.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, InvoiceKey key, long paymentId, CancellationToken stop) =>
        transaction.RunAsync(actor, new AuditedAction(HistorySubject.Invoice, "payment.undo", ("invoice", key.Number)), async write =>
        {
            var found = await LockedInvoice.TakeAsync(write, key);
            if (!found.Ok)
            {
                return found.Refusal!;
            }

            var invoice = found.Value.Invoice;
            await write.Db.Entry(invoice).Collection(i => i.Payments).LoadAsync(stop);
            var payment = invoice.Payments.SingleOrDefault(p => p.Id == paymentId);
            if (PaymentRules.WhyNotUndo(invoice.Status, payment) is { } no)
            {
                return no;
            }

            await CreditAllocation.UndoAsync(write, invoice, payment!);
            return Outcome.Done;
        }, stop);
}
