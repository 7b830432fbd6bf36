using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>
/// An unbroken run of available numbers of one range: cost does not grow with the size of a range. Both ends belong to it.
/// </summary>
public sealed class AvailableRun : IMerchantOwned
{
    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    public required long RangeId { get; init; }

    /// <summary>The range's Year Period, repeated here so that the smallest of a year is one index look-up.</summary>
    public required int Year { get; init; }

    /// <summary>Smallest available number, as a whole number.</summary>
    public required long First { get; set; }

    /// <summary>Greatest available number of this run.</summary>
    public required long Last { get; set; }

    public long Count => Last - First + 1;
}
