using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>
/// The newest word of Coretax's list on one tax invoice; kept also when no invoice of ours matches (docs/sources/tax-law.md 2.6).
/// </summary>
public sealed class CoretaxRow : IMerchantOwned
{
    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    /// <summary>17 digits; unique per merchant.</summary>
    public required string Number { get; init; }

    /// <summary>Referensi: our invoice number; may be empty on amended or cancelled rows.</summary>
    public required string Reference { get; set; }

    public required CoretaxStatus Status { get; set; }

    public required DateOnly Date { get; set; }

    public required string BuyerName { get; set; }

    /// <summary>NPWP or other identity as the list writes it.</summary>
    public required string BuyerId { get; set; }

    public required decimal TaxBase { get; set; }

    public required decimal Vat { get; set; }

    /// <summary>The invoice it belongs to; null while none matches.</summary>
    public long? InvoiceId { get; set; }

    public required DateTime ReadAt { get; set; }

    public int Version { get; set; }
}
