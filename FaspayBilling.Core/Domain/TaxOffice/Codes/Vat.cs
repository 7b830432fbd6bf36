using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxOffice.Codes;

/// <summary>VAT by invoice date (docs/sources/tax-law.md 2.4 and 4): 10 %, from 1 April 2022 11 %, from 2025 12 % of 11/12.</summary>
public static class Vat
{
    private static readonly DateOnly ElevenPercent = new(2022, 4, 1);
    private static readonly DateOnly TwelvePercent = new(2025, 1, 1);
    private static readonly DateOnly RoundHalfUp = new(2025, 5, 22);

    /// <summary>The rate in percent that an invoice of that day states.</summary>
    public static decimal Rate(DateOnly day) => day < ElevenPercent ? 10m : day < TwelvePercent ? 11m : 12m;

    /// <summary>The base the rate applies to, in rupiah with two decimals: from 2025 eleven twelfths of the tax base.</summary>
    public static decimal OtherTaxBase(DateOnly day, decimal taxBase) =>
        day < TwelvePercent ? taxBase : Rupiah.Cents(taxBase * 11m / 12m);

    /// <summary>VAT of one line, in rupiah with two decimals, half away from zero.</summary>
    public static decimal OfLine(DateOnly day, decimal otherTaxBase) => Rupiah.Cents(otherTaxBase * Rate(day) / 100m);

    /// <summary>The invoice's VAT in whole rupiah: cut before 22 May 2025, rounded from 0.50 up since (PER-11/PJ/2025 art 129).</summary>
    public static decimal OfInvoice(DateOnly day, decimal sumOfLines) =>
        day < RoundHalfUp ? decimal.Truncate(sumOfLines) : Rupiah.Whole(sumOfLines);
}
