using System.Globalization;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Features.Documents;
using FaspayBilling.Core.Features.TaxNumbers;

namespace FaspayBilling.Core.Features.Billings;

/// <summary>Sends invoices inside the caller's write: status, number, settlement, bill link and mail. Every way to the customer goes through here.</summary>
public sealed class InvoiceSending(TaxNumberLedger ledger, InvoiceMailing mailing)
{
    /// <summary>Makes a saved Draft a Proforma, or sends a Proforma again, and mails it; the warning says when no mail went out.</summary>
    public async Task<Outcome> AsProformaAsync(Write write, Invoice invoice)
    {
        if (invoice.Status == InvoiceStatus.Draft)
        {
            invoice.SendAsProforma();
        }

        write.History(HistorySubject.Invoice, invoice.Id, "Sent as proforma");
        return Outcome.Done with { Warning = await mailing.WriteAsync(write, invoice) };
    }

    /// <summary>
    /// Issues a saved Draft or Proforma and mails it. Refuses <c>document.reference</c> for a note whose invoice does not stand any more;
    /// warns when no E-Faktur No is left or no mail went out.
    /// </summary>
    public async Task<Outcome> IssueAsync(Write write, Invoice invoice, BillingSettings settings)
    {
        if (await DocumentIssue.IssueAsync(write, invoice, settings) is { } refused)
        {
            return refused;
        }

        write.History(HistorySubject.Invoice, invoice.Id, "Issued");
        var noNumber = await NumberAsync(write, invoice, settings);
        await Settlement.SettleAsync(write, invoice);
        string?[] warnings = [noNumber, await mailing.WriteAsync(write, invoice)];
        var said = string.Join(' ', warnings.OfType<string>());
        return said.Length == 0 ? Outcome.Done : Outcome.Done with { Warning = said };
    }

    // With the channel Coretax the tax office gives the number itself, and nobody misses one here.
    private async Task<string?> NumberAsync(Write write, Invoice invoice, BillingSettings settings)
    {
        if (!invoice.InvoiceTax || !settings.EFakturModule || settings.TaxChannel == TaxChannel.Coretax || await ledger.TakeAsync(write, invoice))
        {
            return null;
        }

        var warning = string.Create(CultureInfo.InvariantCulture, $"Issued without an E-Faktur No: none is available for {invoice.InvoiceDate.Year}. Add a range, then use Actions, Generate E-Faktur No.");
        write.History(HistorySubject.Invoice, invoice.Id, warning);
        return warning;
    }
}
