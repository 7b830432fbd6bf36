using System.Text.RegularExpressions;
using FaspayBilling.Core.Domain.TaxNumbers;

namespace FaspayBilling.Core.Domain.TaxOffice.Files;

/// <summary>
/// The name that Coretax gives a PDF: <c>OutputTaxInvoice-uuid-seller16-17 digits-buyer16 or nothing-….pdf</c> (docs/sources/tax-law.md
/// 2.7).
/// </summary>
/// <param name="SellerTin">16 digits.</param>
/// <param name="Number">The 17 digits by which the file finds its invoice.</param>
/// <param name="BuyerTin">16 digits; empty or zeros for a buyer without NPWP.</param>
public sealed partial record CoretaxFileName(string SellerTin, CoretaxNumber Number, string BuyerTin)
{
    /// <summary>The name under which it is kept: without what only Coretax understands.</summary>
    public string Short => $"OutputTaxInvoice-{SellerTin}-{Number}{(BuyerTin.Length == 0 ? "" : "-" + BuyerTin)}.pdf";

    /// <summary>True when it names a buyer.</summary>
    public bool NamesBuyer => BuyerTin.Any(c => c != '0');

    /// <summary>Reads a bare file name (no folders), also that of a copy; null when it is anything else.</summary>
    public static CoretaxFileName? Parse(string name) => Exactly(name) ?? Exactly(CopiedName.Original(name));

    private static CoretaxFileName? Exactly(string name) =>
        Pattern().Match(name) is { Success: true } found && CoretaxNumber.TryParse(found.Groups["number"].Value, out var number)
            ? new(found.Groups["seller"].Value, number, found.Groups["buyer"].Value)
            : null;

    [GeneratedRegex(
        @"^OutputTaxInvoice-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
            + @"-(?<seller>[0-9]{16})-(?<number>[0-9]{17})-(?<buyer>[0-9]{16})?(-[^/\\]*)?\.pdf$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
