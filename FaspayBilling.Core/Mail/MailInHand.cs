namespace FaspayBilling.Core.Mail;

/// <summary>A mail that this worker took: nobody else sends it until its lease ends.</summary>
/// <param name="Id">Key.</param>
/// <param name="MerchantId">Whose mail it is.</param>
/// <param name="Attempt">From 1.</param>
/// <param name="Version">The version it was taken with.</param>
/// <param name="Mail">What goes out, without its files.</param>
internal sealed record MailInHand(long Id, long MerchantId, int Attempt, int Version, OutgoingMail Mail);
