namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>An invoice that stands in an export; one that stands in several was exported again.</summary>
public sealed class ExportedInvoice
{
    public required long ExportId { get; init; }

    public required long InvoiceId { get; init; }
}
