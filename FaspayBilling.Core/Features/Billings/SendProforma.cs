using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Core.Features.Billings;

/// <summary>Turns a Draft into a Proforma, which the customer can confirm and which can still change, and mails it.</summary>
public sealed class SendProforma(WriteTransaction transaction, InvoiceSending sending)
{
    /// <summary>Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>, <c>invoice.not-issuable</c>; warns when no mail went out.</summary>
    public Task<Outcome> HandleAsync(Actor actor, InvoiceKey key, CancellationToken stop) =>
        transaction.RunAsync(actor, new Attempt(HistorySubject.Invoice, $"Send {key.Number} as proforma"), async write =>
        {
            var found = await InvoiceInHand.TakeAsync(write, key);
            return (found.Refusal ?? found.Value.WhyNot(InvoiceAction.SendAsProforma, write.Now)) is { } no ? no : await sending.AsProformaAsync(write, found.Value.Invoice);
        }, stop);
}
