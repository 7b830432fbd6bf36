using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>Turns a Draft into a Proforma, which the customer can confirm and which can still change, and mails it.</summary>
public sealed class SendProforma(WriteTransaction transaction, InvoiceIssuing issuing)
{
    /// <summary>
    /// Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>, <c>invoice.not-issuable</c>; warns when no mail
    /// went out.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, InvoiceKey key, CancellationToken stop) =>
        transaction.RunAsync(
            actor, new AuditedAction(HistorySubject.Invoice, "invoice.send-proforma", ("invoice", key.Number)), async write =>
        {
            var found = await LockedInvoice.TakeAsync(write, key);
            return (found.Refusal ?? found.Value.WhyNot(InvoiceAction.SendAsProforma, write.Now)) is { } no
                ? no
                : await issuing.AsProformaAsync(write, found.Value.Invoice);
        }, stop);
}
