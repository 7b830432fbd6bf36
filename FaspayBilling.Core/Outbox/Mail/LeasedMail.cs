namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>A mail that this worker took.</summary>
/// <param name="Id">Key.</param>
/// <param name="MerchantId">Whose mail it is.</param>
/// <param name="Attempt">From 1.</param>
/// <param name="Version">The version it was taken with.</param>
/// <param name="Mail">What goes out, without its files and its personal link.</param>
/// <param name="PersonalLink">That link, encrypted; null or empty for none.</param>
public sealed record LeasedMail(long Id, long MerchantId, int Attempt, int Version, OutgoingMail Mail, string? PersonalLink)
    : LeasedRow(Id, MerchantId, Attempt, Version);
