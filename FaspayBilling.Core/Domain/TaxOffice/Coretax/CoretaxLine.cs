namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>One GoodService of the Coretax XML; amounts in rupiah, at most two decimals.</summary>
/// <param name="Option">A goods, B service.</param>
/// <param name="Code">Six digits; 000000 is general.</param>
/// <param name="Name">What was sold.</param>
/// <param name="Unit">UM.0001 to UM.0039.</param>
/// <param name="Price">Of one.</param>
/// <param name="Quantity">At most two decimals.</param>
/// <param name="Discount">Of the whole line.</param>
/// <param name="TaxBase">Price times quantity less discount.</param>
/// <param name="OtherTaxBase">Eleven twelfths of it; equal to it when no other value applies.</param>
/// <param name="VatRate">In percent.</param>
/// <param name="Vat">Of the other tax base.</param>
/// <param name="LuxuryTaxRate">STLG in percent; 0 without.</param>
/// <param name="LuxuryTax">STLG.</param>
public sealed record CoretaxLine(
    string Option,
    string Code,
    string Name,
    string Unit,
    decimal Price,
    decimal Quantity,
    decimal Discount,
    decimal TaxBase,
    decimal OtherTaxBase,
    decimal VatRate,
    decimal Vat,
    decimal LuxuryTaxRate = 0,
    decimal LuxuryTax = 0);
