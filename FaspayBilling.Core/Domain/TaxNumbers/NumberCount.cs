using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>
/// How many numbers of a merchant's year are available: the sum of its <see cref="AvailableRun"/>s. The database itself keeps it with
/// every change of a run, so nobody writes it.
/// </summary>
public sealed class NumberCount : IMerchantOwned
{
    public required long MerchantId { get; init; }

    /// <summary>Year Period.</summary>
    public required int Year { get; init; }

    /// <summary>Available numbers.</summary>
    public long Available { get; private set; }
}
