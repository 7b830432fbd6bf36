namespace FaspayBilling.Core.Features.Invoices.Lists;

/// <summary>The columns by which the Billing List sorts.</summary>
public enum BillingSort
{
    InvoiceNo,
    TaxNumber,
    Customer,
    InvoiceDate,
    DueDate,
    Total,
    Outstanding,
    Status,
}
