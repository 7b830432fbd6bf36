using FaspayBilling.Core.Domain.Invoices.Documents;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>What follows from a status, and the status of an issued invoice as one function of the facts (docs/rules.md 2).</summary>
public static class InvoiceStatuses
{
    /// <summary>In the order in which screens list them.</summary>
    public static readonly IReadOnlyList<InvoiceStatus> All =
    [
        InvoiceStatus.Draft, InvoiceStatus.Proforma, InvoiceStatus.Unpaid, InvoiceStatus.PartiallyPaid,
        InvoiceStatus.Overdue, InvoiceStatus.Paid, InvoiceStatus.Cancelled,
    ];

    /// <summary>
    /// Outstanding 0 or less: Paid; now past due: Overdue, but only what a customer owes; something paid: Partially Paid; else Unpaid.
    /// </summary>
    public static InvoiceStatus OfIssued(
        decimal outstanding, decimal paid, DateTime due, DateTime now, DocumentType type = DocumentType.Invoice) =>
        outstanding <= 0 ? InvoiceStatus.Paid
        : now > due && type.IsReceivable() ? InvoiceStatus.Overdue
        : paid > 0 ? InvoiceStatus.PartiallyPaid
        : InvoiceStatus.Unpaid;

    /// <summary>True for an invoice that was issued and stands: it may be owed, paid and numbered.</summary>
    public static bool IsIssued(this InvoiceStatus status) => status switch
    {
        InvoiceStatus.Unpaid or InvoiceStatus.PartiallyPaid or InvoiceStatus.Overdue or InvoiceStatus.Paid => true,
        InvoiceStatus.Draft or InvoiceStatus.Proforma or InvoiceStatus.Cancelled => false,
    };

    /// <summary>True while money is still expected: what can be paid and cancelled.</summary>
    public static bool IsOpen(this InvoiceStatus status) => status.IsIssued() && status != InvoiceStatus.Paid;

    /// <summary>The name on screens.</summary>
    public static string Text(this InvoiceStatus status) => status switch
    {
        InvoiceStatus.Draft => "Draft",
        InvoiceStatus.Proforma => "Proforma",
        InvoiceStatus.Unpaid => "Unpaid",
        InvoiceStatus.PartiallyPaid => "Partially Paid",
        InvoiceStatus.Overdue => "Overdue",
        InvoiceStatus.Paid => "Paid",
        InvoiceStatus.Cancelled => "Cancelled",
    };
}
