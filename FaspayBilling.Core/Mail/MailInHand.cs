namespace FaspayBilling.Core.Mail;

/// <summary>A mail that this worker took: nobody else sends it until its lease ends.</summary>
internal sealed record MailInHand(long Id, long MerchantId, int Attempt, int Version, OutgoingMail Mail);
