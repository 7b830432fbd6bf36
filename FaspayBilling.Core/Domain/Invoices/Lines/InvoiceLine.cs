using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.Invoices.Lines;

/// <summary>One thing billed. Amounts in rupiah with two decimals, quantity with four.</summary>
public sealed class InvoiceLine
{
    public long Id { get; private set; }

    public long InvoiceId { get; private set; }

    public required int Position { get; init; }

    public required string Name { get; init; }

    public required decimal Quantity { get; init; }

    /// <summary>As the invoice prints it.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The tax office's unit, UM.0001 to UM.0039; empty is written as UM.0033 (other).</summary>
    public string UnitCode { get; init; } = "";

    public LineKind Kind { get; init; } = LineKind.Service;

    /// <summary>The tax office's six digits for goods or services; 000000 is general.</summary>
    public string GoodsCode { get; init; } = "000000";

    /// <summary>Luxury goods: since 2025 taxed on the full price instead of 11/12 (PMK-131/2024).</summary>
    public bool Luxury { get; init; }

    /// <summary>Luxury sales tax (PPnBM) in percent of the tax base; 0 without.</summary>
    public decimal LuxuryTaxRate { get; init; }

    public required decimal Price { get; init; }

    public decimal Discount { get; init; }

    /// <summary>Price times quantity less discount, to two decimals.</summary>
    public decimal TaxBase { get; private set; }

    public decimal OtherTaxBase { get; private set; }

    public decimal Vat { get; private set; }

    /// <summary>Luxury sales tax (PPnBM) in rupiah with two decimals.</summary>
    public decimal LuxuryTax { get; private set; }

    /// <summary>Price times quantity, before the discount.</summary>
    public decimal Gross => GrossOf(Price, Quantity);

    /// <summary>
    /// Price times quantity in two decimals: a discount is compared with it and taken off it, so that a line that the rules accept is
    /// never below 0.
    /// </summary>
    public static decimal GrossOf(decimal price, decimal quantity) => Rupiah.Cents(price * quantity);

    /// <summary>What a line comes to before tax.</summary>
    public static decimal TaxBaseOf(decimal price, decimal quantity, decimal discount) => Rupiah.Cents(GrossOf(price, quantity) - discount);

    /// <summary>Works out the amounts.</summary>
    public void Compute(VatTreatment treatment)
    {
        TaxBase = TaxBaseOf(Price, Quantity, Discount);
        (OtherTaxBase, Vat) = treatment.Of(TaxBase, Luxury);
        LuxuryTax = treatment.InvoiceTax ? Rupiah.Cents(TaxBase * LuxuryTaxRate / 100m) : 0;
    }
}
