using System.Text.RegularExpressions;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>Finds our invoice numbers in Referensi, which people write as they like (docs/sources/tax-law.md 2.6).</summary>
public static partial class CoretaxReference
{
    /// <summary>Every text in it that may be an invoice number of ours, as we write them; the whole of it is one of them.</summary>
    public static IReadOnlyCollection<string> Numbers(string reference)
    {
        var text = reference.Trim().ToUpperInvariant();
        return text.Length == 0 ? []
            :
            [
                .. Written().Matches(text)
                    .Select(m => $"INV-{m.Groups["code"].Value}-{m.Groups["digits"].Value}")
                    .Append(text)
                    .Distinct(StringComparer.Ordinal),
            ];
    }

    // INV-FPY-112600018 also as INV/FPY/112600018, INV FPY 112600018 and INVFPY112600018, in lower case, before and behind other text.
    [GeneratedRegex(
        "(?<![A-Z0-9])INV[^A-Z0-9]{0,3}(?<code>[A-Z0-9]{1,10}?)[^A-Z0-9]{0,3}(?<digits>[0-9]{9,12})(?![A-Z0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
