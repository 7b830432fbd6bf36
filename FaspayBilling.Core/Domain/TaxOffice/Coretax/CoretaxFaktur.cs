namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>
/// One TaxInvoice of the Coretax XML (docs/sources/tax-law.md 2.5): just what is written, checked by nobody. Names as the file has them,
/// put right.
/// </summary>
public sealed record CoretaxFaktur
{
    public required DateOnly Date { get; init; }

    /// <summary>Replacements cannot be imported.</summary>
    public string Option { get; init; } = "Normal";

    public required string TransactionCode { get; init; }

    public string AdditionalInfo { get; init; } = "";

    public string SupportingDocument { get; init; } = "";

    /// <summary>Its first day; null writes an empty element.</summary>
    public DateOnly? SupportingDocumentMonth { get; init; }

    /// <summary>Our invoice number: the key for reading back.</summary>
    public string Reference { get; init; } = "";

    public string FacilityStamp { get; init; } = "";

    /// <summary>22 digits.</summary>
    public required string SellerNitku { get; init; }

    /// <summary>16 digits; zeros when the document is not TIN.</summary>
    public required string BuyerTin { get; init; }

    /// <summary>TIN, National ID, Passport or Other ID.</summary>
    public required string BuyerDocument { get; init; }

    /// <summary>ISO alpha-3.</summary>
    public required string BuyerCountry { get; init; }

    public string BuyerDocumentNumber { get; init; } = "";

    public string BuyerName { get; init; } = "";

    public string BuyerAddress { get; init; } = "";

    public string BuyerEmail { get; init; } = "";

    /// <summary>22 digits for TIN, else 000000.</summary>
    public required string BuyerNitku { get; init; }

    public required IReadOnlyList<CoretaxLine> Lines { get; init; }
}
