using System.Globalization;

namespace FaspayBilling.Core.Domain.TaxOffice.Codes;

/// <summary>
/// Why VAT is not collected (code 07) or exempt (08): in the tax office's files always an additional info and the stamp of the same number.
/// </summary>
/// <param name="TransactionCode">07 or 08.</param>
/// <param name="Number">From 1: the nn of both codes.</param>
/// <param name="Law">The legal basis, in Indonesian.</param>
/// <param name="Purpose">What it is for, in Indonesian.</param>
public sealed record TaxFacility(string TransactionCode, int Number, string Law, string Purpose)
{
    /// <summary>TD.005nn.</summary>
    public string AdditionalInfo => string.Create(CultureInfo.InvariantCulture, $"TD.005{Number:D2}");

    /// <summary>TD.011nn.</summary>
    public string Stamp => string.Create(CultureInfo.InvariantCulture, $"TD.011{Number:D2}");
}
