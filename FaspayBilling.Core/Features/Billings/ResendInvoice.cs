using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Core.Features.Billings;

/// <summary>Mails a Proforma or an issued invoice once more, as it is now.</summary>
public sealed class ResendInvoice(WriteTransaction transaction, InvoiceMailing mailing)
{
    /// <summary>Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>, <c>invoice.not-resendable</c>, <c>invoice.no-address</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, InvoiceKey key, CancellationToken stop) =>
        transaction.RunAsync(actor, new Attempt(HistorySubject.Invoice, $"Send {key.Number} again"), async write =>
        {
            var found = await InvoiceInHand.TakeAsync(write, key);
            if ((found.Refusal ?? found.Value.WhyNot(InvoiceAction.Resend, write.Now)) is { } no)
            {
                return no;
            }

            write.History(HistorySubject.Invoice, found.Value.Invoice.Id, "Sent again");
            return await mailing.WriteAsync(write, found.Value.Invoice) is null ? Outcome.Done : Refusals.InvoiceNoAddress;
        }, stop);
}
