namespace FaspayBilling.Core.Domain.TaxOffice.Desktop;

/// <summary>One FK row of the Desktop CSV with its OF rows (docs/sources/tax-law.md 3): just what is written, checked by nobody.</summary>
public sealed record DesktopFaktur
{
    /// <summary>Two digits.</summary>
    public required string TransactionCode { get; init; }

    public bool Replacement { get; init; }

    /// <summary>13 digits.</summary>
    public required string Number { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>NPWP or NIK; 15 zeros when the name carries the number.</summary>
    public required string BuyerId { get; init; }

    public required string BuyerName { get; init; }

    public string BuyerAddress { get; init; } = "";

    /// <summary>Whole rupiah, the sum of the lines.</summary>
    public required decimal TaxBase { get; init; }

    /// <summary>Whole rupiah, the sum of the lines.</summary>
    public required decimal Vat { get; init; }

    /// <summary>PPnBM: whole rupiah, the sum of the lines.</summary>
    public decimal LuxuryTax { get; init; }

    /// <summary>Number of the facility, only with codes 07 and 08.</summary>
    public string Facility { get; init; } = "";

    /// <summary>Our invoice number.</summary>
    public required string Reference { get; init; }

    /// <summary>0 but for codes 07 and 08.</summary>
    public string SupportingDocument { get; init; } = "0";

    public required IReadOnlyList<DesktopLine> Lines { get; init; }
}
