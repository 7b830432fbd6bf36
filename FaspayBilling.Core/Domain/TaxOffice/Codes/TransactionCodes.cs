namespace FaspayBilling.Core.Domain.TaxOffice.Codes;

/// <summary>The tax office's two-digit transaction codes (docs/sources/tax-law.md 2.1).</summary>
public static class TransactionCodes
{
    /// <summary>To a buyer that does not collect VAT.</summary>
    public const string NotCollector = "01";

    /// <summary>The tax base is an "other value": the everyday code since 2025.</summary>
    public const string OtherValue = "04";

    /// <summary>VAT at a specified amount: a rate of the price itself, since April 2022.</summary>
    public const string SpecifiedAmount = "05";

    /// <summary>VAT not collected, or borne by the government.</summary>
    public const string NotCollected = "07";

    public const string Exempt = "08";

    /// <summary>Supplies that no other code is for, since 2025.</summary>
    public const string OtherSupplies = "10";

    public static readonly IReadOnlyList<string> All = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"];

    /// <summary>True for a code that the tax office knows.</summary>
    public static bool IsKnown(string? code) => All.Contains(code, StringComparer.Ordinal);

    /// <summary>False when the tax is stated, but not collected from the buyer.</summary>
    public static bool IsCharged(string? code) => code is not (NotCollected or Exempt);

    /// <summary>The everyday code on an invoice of that day: since 2025 luxury goods have one of their own.</summary>
    /// <param name="invoiceDate">Decides.</param>
    /// <param name="luxury">All of it is luxury goods.</param>
    /// <param name="consumer">The buyer has no NPWP: in January 2025 luxury goods are then taxed like all others.</param>
    public static string Usual(DateOnly invoiceDate, bool luxury = false, bool consumer = false) =>
        invoiceDate.Year < 2025 || (luxury && !(consumer && Vat.SparesConsumers(invoiceDate))) ? NotCollector : OtherValue;
}
