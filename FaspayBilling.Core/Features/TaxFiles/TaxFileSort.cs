namespace FaspayBilling.Core.Features.TaxFiles;

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
