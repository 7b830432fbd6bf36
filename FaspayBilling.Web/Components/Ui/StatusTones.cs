using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Web.Components.Ui;

/// <summary>The colour of each status; what is still moving is outlined.</summary>
internal static class StatusTones
{
    public static string Class(InvoiceStatus status) => status switch
    {
        InvoiceStatus.Draft => "tone-neutral outlined",
        InvoiceStatus.Proforma => "tone-info outlined",
        InvoiceStatus.Unpaid => "tone-info",
        InvoiceStatus.PartiallyPaid => "tone-warning",
        InvoiceStatus.Overdue => "tone-danger",
        InvoiceStatus.Paid => "tone-good",
        InvoiceStatus.Cancelled => "tone-neutral",
    };
}
