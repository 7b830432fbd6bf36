using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>When a merchant is warned that numbers run low (docs/rules.md 7).</summary>
public sealed class Threshold : IMerchantOwned
{
    public const int Highest = 1_000_000;

    public required long MerchantId { get; init; }

    /// <summary>Warn when this many numbers or fewer are available; 0 to 1,000,000.</summary>
    public int Limit { get; set; }

    /// <summary>Off: no mail, whatever the count.</summary>
    public bool Active { get; set; }

    public int Version { get; set; }

    /// <summary>The limit that was typed (<see cref="WholeNumber"/>); null for what is no number, or above the highest.</summary>
    public static int? ReadLimit(string typed) => WholeNumber.Read(typed) is { } limit and <= Highest ? (int)limit : null;
}
