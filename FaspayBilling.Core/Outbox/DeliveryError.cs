namespace FaspayBilling.Core.Outbox;

/// <summary>Why a row was not delivered.</summary>
/// <param name="Words">What the other side said, for whoever looks into the outbox.</param>
/// <param name="ForGood">Another attempt would change nothing.</param>
/// <param name="Away">The other side did not answer, or could not be reached: others would fare no better.</param>
public sealed record DeliveryError(string Words, bool ForGood = false, bool Away = false);
