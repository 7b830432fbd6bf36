namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>The language of the PDF, the mail and the bill page.</summary>
public enum InvoiceLanguage
{
    English,
    Indonesian,
}
