using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxOffice.Codes;

/// <summary>All that decides how the lines of an invoice are taxed (docs/rules.md 2): the invoice and the form work it out here.</summary>
/// <param name="Day">The invoice date.</param>
/// <param name="InvoiceTax">Off: no tax at all.</param>
/// <param name="TransactionCode">Two digits; null without Invoice Tax.</param>
/// <param name="EffectiveRate">VAT in percent of the price, where the code asks for it (<see cref="Vat.AsksForRate"/>).</param>
public sealed record VatTreatment(DateOnly Day, bool InvoiceTax, string? TransactionCode, decimal? EffectiveRate)
{
    /// <summary>The rate in percent that stands beside the VAT: of the price with code 05, otherwise that of the day.</summary>
    public decimal StatedRate =>
        TransactionCode == TransactionCodes.SpecifiedAmount && EffectiveRate is { } rate ? rate : Vat.Rate(Day);

    /// <summary>False with code 05, which takes its VAT of the price: an other tax base is only written for Coretax.</summary>
    public bool StatesOtherTaxBase => TransactionCode != TransactionCodes.SpecifiedAmount;

    /// <summary>
    /// The other tax base (what the day's rate applies to) and the VAT of a line, in rupiah with two decimals. Luxury goods are taxed on
    /// the full price, but for code 04 in January 2025: then end consumers still paid 12 % of 11/12.
    /// </summary>
    public (decimal OtherTaxBase, decimal Vat) Of(decimal taxBase, bool luxury)
    {
        if (!InvoiceTax)
        {
            return (0, 0);
        }

        if (ByRate is { } rate)
        {
            var vat = Rupiah.Cents(taxBase * rate / 100m);
            return (Rupiah.Cents(vat * 100m / Vat.Rate(Day)), vat);
        }

        var full = luxury && !(TransactionCode == TransactionCodes.OtherValue && Vat.SparesConsumers(Day));
        var other = full ? taxBase : Vat.OtherTaxBase(Day, taxBase);
        return (other, Vat.OfLine(Day, other));
    }

    // Code 05 without its rate is not saved; while it is typed there is no VAT yet.
    private decimal? ByRate => !Vat.AsksForRate(TransactionCode, Day) ? null
        : TransactionCode == TransactionCodes.SpecifiedAmount ? EffectiveRate ?? 0
        : EffectiveRate;
}
