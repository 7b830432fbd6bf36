using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Mailing;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Features.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>
/// What issuing means, inside the caller's write and for every channel (screens, billing API, document API): document id, deadlines,
/// other party and notices; history; the E-Faktur No; the settlement of a credit note; bill link and mail.
/// </summary>
public sealed class InvoiceIssuing(TaxNumberAllocator allocator, InvoiceMailing mailing)
{
    /// <summary>Makes a saved Draft a Proforma, or sends a Proforma again, and mails it; the warning says when no mail went out.</summary>
    public async Task<Outcome> AsProformaAsync(WriteContext write, Invoice invoice)
    {
        if (invoice.Status == InvoiceStatus.Draft)
        {
            invoice.SendAsProforma();
        }

        write.History(HistorySubject.Invoice, invoice.Id, "invoice.send-proforma");
        return Outcome.DoneBut(await mailing.WriteAsync(write, invoice));
    }

    /// <summary>
    /// Issues a saved Draft or Proforma and mails it. Refuses <c>document.reference</c> for a note whose invoice does not stand any more,
    /// <c>invoice.channel</c> for a tax invoice that the merchant's channel cannot take and <c>invoice.customer-tax</c> for one to a
    /// customer whom the tax office could not know by it; warns when no E-Faktur No is left or no mail went out.
    /// </summary>
    public async Task<Outcome> IssueAsync(WriteContext write, Invoice invoice, BillingSettings settings)
    {
        if (await WhyNotBuyerAsync(write, invoice, settings) is { } no)
        {
            return no;
        }

        var issued = await IssueUnmailedAsync(write, invoice, settings, Message.Of("invoice.issue"));
        if (!issued.Ok)
        {
            return issued;
        }

        return Outcome.DoneBut(issued.Warning, await mailing.WriteAsync(write, invoice));
    }

    /// <summary>
    /// Issues what nobody is mailed: a document that another system made. Otherwise like
    /// <see cref="IssueAsync(WriteContext, Invoice, BillingSettings)"/>.
    /// </summary>
    /// <param name="write">The open write.</param>
    /// <param name="invoice">Saved, Draft or Proforma.</param>
    /// <param name="settings">The merchant's.</param>
    /// <param name="history">The line in the history.</param>
    public async Task<Outcome> IssueUnmailedAsync(WriteContext write, Invoice invoice, BillingSettings settings, Message history)
    {
        if (invoice.RefersToId is { } original && !await StandsAsync(write, invoice, original))
        {
            return DocumentRefusals.DocumentReference;
        }

        if (await ChannelCheck.WhyNotAsync(write, invoice, settings) is { Count: > 0 } refusals)
        {
            return Outcome.Refused(refusals);
        }

        await BecomeDocumentAsync(write, invoice, settings);
        write.History(HistorySubject.Invoice, invoice.Id, history);
        var noNumber = await NumberAsync(write, invoice, settings);
        await CreditAllocation.SettleAsync(write, invoice);
        return Outcome.DoneBut(noNumber);
    }

    // A credit note is no tax invoice.
    private static async Task<Refusal?> WhyNotBuyerAsync(WriteContext write, Invoice invoice, BillingSettings settings) =>
        invoice.IsTaxInvoice && settings.EFakturModule ? TaxIdentity.WhyNot(await write.BuyerAsync(invoice)) : null;

    private static async Task<bool> StandsAsync(WriteContext write, Invoice note, long original) =>
        await write.Db.Set<Invoice>().VisibleTo(write.Actor).SingleOrDefaultAsync(i => i.Id == original, write.Stop) is { } corrected
        && corrected.Status.IsIssued() && corrected.DocumentType == note.DocumentType.Corrects();

    private static async Task BecomeDocumentAsync(WriteContext write, Invoice invoice, BillingSettings settings)
    {
        var terms = await DocumentTerms.OfAsync(write, invoice);
        invoice.Issue(
            write.Now, DocumentId.New(), settings.CancellationWindowHours, terms.Hours(WorkflowParameterKind.Cancellation, write.Now),
            terms.Hours(WorkflowParameterKind.Rejection, write.Now), terms.OtherParty);
        write.Notify(invoice.MerchantId, invoice, DocumentNoticeKind.Validated);
        write.NotifyReceiver(invoice, DocumentNoticeKind.Received);
    }

    // With the channel Coretax the tax office gives the number itself, and nobody misses one here; nor where its list told one before.
    private async Task<Message?> NumberAsync(WriteContext write, Invoice invoice, BillingSettings settings)
    {
        if (!invoice.MayTakeNumber
            || !settings.EFakturModule
            || settings.TaxChannel == TaxChannel.Coretax
            || await allocator.TakeAsync(write, invoice))
        {
            return null;
        }

        var year = Value.Plain(invoice.InvoiceDate.Year);
        write.History(HistorySubject.Invoice, invoice.Id, "tax-number.give:none", ("year", year));
        return Message.Of("issue-warning.no-number", ("year", year));
    }
}
