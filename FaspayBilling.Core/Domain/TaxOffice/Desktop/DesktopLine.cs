namespace FaspayBilling.Core.Domain.TaxOffice.Desktop;

/// <summary>One OF row of the Desktop CSV; amounts in rupiah with two decimals.</summary>
/// <param name="Name">What was sold.</param>
/// <param name="Price">Of one.</param>
/// <param name="Quantity">At most four decimals.</param>
/// <param name="Total">Price times quantity.</param>
/// <param name="Discount">In rupiah.</param>
/// <param name="TaxBase">The base that the rate applies to: since 2025 eleven twelfths.</param>
/// <param name="Vat">PPN.</param>
/// <param name="LuxuryTaxRate">PPnBM in percent; 0 without.</param>
/// <param name="LuxuryTax">PPnBM.</param>
/// <param name="Code">The merchant's own code; may be empty.</param>
public sealed record DesktopLine(
    string Name,
    decimal Price,
    decimal Quantity,
    decimal Total,
    decimal Discount,
    decimal TaxBase,
    decimal Vat,
    decimal LuxuryTaxRate = 0,
    decimal LuxuryTax = 0,
    string Code = "");
