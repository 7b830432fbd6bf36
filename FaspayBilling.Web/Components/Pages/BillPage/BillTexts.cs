using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.BillPage;
using FaspayBilling.Core.Texts;

namespace FaspayBilling.Web.Components.Pages.BillPage;

/// <summary>How the bill page words and colours a status for a customer.</summary>
internal static class BillTexts
{
    public static string Status(Bill bill, InvoiceWords words) => bill.Status switch
    {
        InvoiceStatus.Cancelled => words.Cancelled,
        InvoiceStatus.Draft or InvoiceStatus.Proforma => words.ToConfirm,
        InvoiceStatus.Paid => bill.Title.IsOwed() ? words.PaidInFull : words.Issued,
        InvoiceStatus.Overdue => bill.Title.IsOwed() ? words.Overdue : words.Issued,
        InvoiceStatus.PartiallyPaid => bill.Title.IsOwed() ? words.PartiallyPaid : words.Issued,
        InvoiceStatus.Unpaid => bill.Title.IsOwed() ? words.Unpaid : words.Issued,
    };

    public static string Tone(InvoiceStatus status) => status switch
    {
        InvoiceStatus.Paid => "good",
        InvoiceStatus.Overdue => "danger",
        InvoiceStatus.PartiallyPaid or InvoiceStatus.Unpaid => "info",
        InvoiceStatus.Draft or InvoiceStatus.Proforma or InvoiceStatus.Cancelled => "neutral",
    };
}
