using System.Globalization;
using System.Text.RegularExpressions;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>When a merchant is warned that numbers run low (docs/rules.md 7).</summary>
public sealed partial class Threshold : IMerchantOwned
{
    public const int Highest = 1_000_000;

    public required long MerchantId { get; init; }

    /// <summary>Warn when this many numbers or fewer are available; 0 to 1,000,000.</summary>
    public int Limit { get; set; }

    /// <summary>Off: no mail, whatever the count.</summary>
    public bool Active { get; set; }

    public int Version { get; set; }

    /// <summary>
    /// The limit that was typed: digits, with or without dots between thousands; null for anything else or above the highest.
    /// </summary>
    public static int? ReadLimit(string typed) =>
        Written().IsMatch(typed.Trim())
        && int.TryParse(
            typed.Trim().Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
        && limit <= Highest
            ? limit
            : null;

    [GeneratedRegex(@"^([0-9]+|[0-9]{1,3}(\.[0-9]{3})+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
