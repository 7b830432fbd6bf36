using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>
/// Issues a Draft (Send) or a Proforma (Issue as invoice) and mails it; a taxed one takes its E-Faktur No in the same transaction.
/// </summary>
public sealed class IssueInvoice(WriteTransaction transaction, InvoiceIssuing issuing)
{
    /// <summary>
    /// Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>, <c>invoice.not-issuable</c>,
    /// <c>document.reference</c>, <c>invoice.channel</c>, <c>invoice.customer-tax</c>.
    /// Issues without a number, and warns, when none of the invoice's year is left; warns when no mail went out.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, InvoiceKey key, CancellationToken stop) =>
        transaction.RunAsync(actor, new AuditedAction(HistorySubject.Invoice, "invoice.issue", ("invoice", key.Number)), async write =>
        {
            var found = await LockedInvoice.TakeAsync(write, key);
            if (!found.Ok)
            {
                return found.Refusal!;
            }

            var (invoice, facts, settings) = found.Value;
            var action = facts.Status == InvoiceStatus.Proforma ? InvoiceAction.IssueAsInvoice : InvoiceAction.Send;
            return found.Value.WhyNot(action, write.Now) is { } no ? no : await issuing.IssueAsync(write, invoice, settings);
        }, stop);
}
