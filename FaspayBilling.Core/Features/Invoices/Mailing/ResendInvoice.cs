using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Invoices.Mailing;

/// <summary>Mails a Proforma or an issued invoice once more, as it is now.</summary>
public sealed class ResendInvoice(WriteTransaction transaction, InvoiceMailing mailing)
{
    /// <summary>
    /// Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>, <c>invoice.not-resendable</c>,
    /// <c>invoice.no-address</c>.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, InvoiceKey key, CancellationToken stop) =>
        transaction.RunAsync(actor, new AuditedAction(HistorySubject.Invoice, "invoice.resend", ("invoice", key.Number)), async write =>
        {
            var found = await LockedInvoice.TakeAsync(write, key);
            if ((found.Refusal ?? found.Value.WhyNot(InvoiceAction.Resend, write.Now)) is { } no)
            {
                return no;
            }

            write.History(HistorySubject.Invoice, found.Value.Invoice.Id, "invoice.resend");
            return await mailing.WriteAsync(write, found.Value.Invoice) is null ? Outcome.Done : InvoiceRefusals.InvoiceNoAddress;
        }, stop);
}
