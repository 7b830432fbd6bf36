using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>Numbers granted by the tax office for one year. Both ends belong to it.</summary>
public sealed class TaxNumberRange : IMerchantOwned
{
    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    /// <summary>The Year Period: only invoices dated in it take from this range; never edited.</summary>
    public required int Year { get; init; }

    public required TaxNumber Start { get; set; }

    public required TaxNumber End { get; set; }

    /// <summary>When its first number was taken; from then on the start is fixed.</summary>
    public DateTime? FirstUsedAt { get; set; }

    public int Version { get; set; }

    /// <summary>End - Start + 1.</summary>
    public long Total => End.Value - Start.Value + 1;

    public bool Overlaps(TaxNumber start, TaxNumber end) => Start <= end && start <= End;

    public override string ToString() => $"{Start} to {End}";
}
