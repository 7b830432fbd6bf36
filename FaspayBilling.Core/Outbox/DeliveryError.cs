namespace FaspayBilling.Core.Outbox;

/// <summary>Why a row was not delivered.</summary>
/// <param name="Words">What the other side said, for whoever looks into the outbox.</param>
/// <param name="ForGood">Another attempt would change nothing.</param>
public sealed record DeliveryError(string Words, bool ForGood = false);
