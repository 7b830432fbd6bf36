namespace FaspayBilling.Core.Features.TaxOffice.Exports;

/// <summary>Columns by which Export CSV sorts.</summary>
public enum ExportableSort
{
    InvoiceNo,
    TaxNumber,
    DueDate,
    Customer,
    NpwpName,
    Npwp,
    Status,
    Exported,
}
