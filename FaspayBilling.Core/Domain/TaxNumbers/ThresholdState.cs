using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>What was last notified for one merchant and year; read and written in the transaction that changes the count.</summary>
public sealed class ThresholdState : IMerchantOwned
{
    public required long MerchantId { get; init; }

    public required int Year { get; init; }

    public ThresholdNotified Notified { get; set; }
}
