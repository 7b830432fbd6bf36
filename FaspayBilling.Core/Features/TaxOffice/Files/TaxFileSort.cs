namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>The columns by which E-Faktur Files sorts.</summary>
public enum TaxFileSort
{
    /// <summary>When it was uploaded.</summary>
    Uploaded,
    TaxNumber,
    InvoiceNo,
    Customer,
    EmailStatus,
    Status,
}
