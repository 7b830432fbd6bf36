namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>What to remember as notified, and whether a mail goes out now.</summary>
public readonly record struct ThresholdDecision(ThresholdNotified After, bool Mails);
