using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxOffice.Codes;

/// <summary>VAT by invoice date (docs/sources/tax-law.md 2.4 and 4): 10 %, from 1 April 2022 11 %, from 2025 12 % of 11/12.</summary>
public static class Vat
{
    private static readonly DateOnly ElevenPercent = new(2022, 4, 1);
    private static readonly DateOnly TwelvePercent = new(2025, 1, 1);
    private static readonly DateOnly FullPriceForAll = new(2025, 2, 1);
    private static readonly DateOnly RoundHalfUp = new(2025, 5, 22);

    /// <summary>The rate in percent that an invoice of that day states.</summary>
    public static decimal Rate(DateOnly day) => day < ElevenPercent ? 10m : day < TwelvePercent ? 11m : 12m;

    /// <summary>
    /// True when the invoice form asks for the effective rate: code 05 (VAT at a specified amount) needs it; for code 04 before 2025
    /// (another value as base) none means the full price.
    /// </summary>
    public static bool AsksForRate(string? transactionCode, DateOnly day) =>
        transactionCode == TransactionCodes.SpecifiedAmount
        || (transactionCode == TransactionCodes.OtherValue && day < TwelvePercent);

    /// <summary>Above 0, two decimals, at most what the law takes of a full price: 12, before 2025 the day's rate.</summary>
    public static bool IsEffectiveRate(decimal rate, DateOnly day) => rate > 0 && rate <= Rate(day) && Rupiah.Cents(rate) == rate;

    /// <summary>
    /// True in January 2025, when luxury goods cost an end consumer 12 % of 11/12 still, with code 04 (PMK-131/2024): for us that is a
    /// buyer without NPWP.
    /// </summary>
    public static bool SparesConsumers(DateOnly day) => day >= TwelvePercent && day < FullPriceForAll;

    /// <summary>The base the rate applies to, in rupiah with two decimals: from 2025 eleven twelfths of the tax base.</summary>
    public static decimal OtherTaxBase(DateOnly day, decimal taxBase) =>
        day < TwelvePercent ? taxBase : Rupiah.Cents(taxBase * 11m / 12m);

    /// <summary>VAT of one line, in rupiah with two decimals, half away from zero.</summary>
    public static decimal OfLine(DateOnly day, decimal otherTaxBase) => Rupiah.Cents(otherTaxBase * Rate(day) / 100m);

    /// <summary>The invoice's VAT in whole rupiah: cut before 22 May 2025, rounded from 0.50 up since (PER-11/PJ/2025 art 129).</summary>
    public static decimal OfInvoice(DateOnly day, decimal sumOfLines) =>
        day < RoundHalfUp ? decimal.Truncate(sumOfLines) : Rupiah.Whole(sumOfLines);
}
