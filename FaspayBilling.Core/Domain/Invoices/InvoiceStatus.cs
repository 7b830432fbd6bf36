namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>Where an invoice stands (docs/rules.md 2); the values are the API's status numbers. 6 is not a status.</summary>
public enum InvoiceStatus
{
    Draft = 0,
    Unpaid = 1,
    Paid = 2,
    Cancelled = 3,
    Overdue = 4,
    PartiallyPaid = 5,
    Proforma = 7,
}
