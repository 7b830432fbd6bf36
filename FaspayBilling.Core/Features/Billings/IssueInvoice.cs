using System.Globalization;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Documents;
using FaspayBilling.Core.Features.TaxNumbers;

namespace FaspayBilling.Core.Features.Billings;

/// <summary>Issues a Draft (Send) or a Proforma (Issue as invoice); a taxed one takes its E-Faktur No in the same transaction.</summary>
public sealed class IssueInvoice(WriteTransaction transaction, TaxNumberLedger ledger)
{
    /// <summary>
    /// Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>, <c>invoice.not-issuable</c>, <c>document.reference</c>.
    /// Issues without a number, and warns, when none of the invoice's year is left.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, InvoiceKey key, CancellationToken stop) =>
        transaction.RunAsync(actor, new Attempt(HistorySubject.Invoice, $"Issue {key.Number}"), async write =>
        {
            var found = await InvoiceInHand.TakeAsync(write, key);
            if (!found.Ok)
            {
                return found.Refusal!;
            }

            var (invoice, facts, settings) = found.Value;
            var action = facts.Status == InvoiceStatus.Proforma ? InvoiceAction.IssueAsInvoice : InvoiceAction.Send;
            if (found.Value.WhyNot(action, write.Now) is { } no)
            {
                return no;
            }

            if (await DocumentIssue.IssueAsync(write, invoice, settings) is { } refused)
            {
                return refused;
            }

            write.History(HistorySubject.Invoice, invoice.Id, "Issued");
            if (!invoice.InvoiceTax || !settings.EFakturModule || await ledger.TakeAsync(write, invoice))
            {
                return Outcome.Done;
            }

            var warning = string.Create(CultureInfo.InvariantCulture, $"Issued without an E-Faktur No: none is available for {invoice.InvoiceDate.Year}. Add a range, then use Actions, Generate E-Faktur No.");
            write.History(HistorySubject.Invoice, invoice.Id, warning);
            return Outcome.Done with { Warning = warning };
        }, stop);
}
