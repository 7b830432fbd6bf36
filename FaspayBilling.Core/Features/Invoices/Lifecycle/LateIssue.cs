using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>Whether an invoice that is not issued yet would be a late tax invoice.</summary>
internal static class LateIssue
{
    /// <summary>What is said before it is issued; null when there is nothing to say.</summary>
    public static Message? Warning(Invoice invoice, BillingSettings settings, DateTime now) =>
        invoice.IsTaxInvoice && settings.EFakturModule && invoice.IssuedAt is null
            ? UploadDeadline.Warning(invoice.InvoiceDate, JakartaCalendar.DayOf(now))
            : null;
}
