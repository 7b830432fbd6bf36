namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>A file on its way out with a mail.</summary>
/// <param name="Name">As somebody named it; transports clean it.</param>
/// <param name="ContentType">E.g. <c>application/pdf</c>.</param>
/// <param name="Bytes">The content.</param>
public sealed record OutgoingFile(string Name, string ContentType, byte[] Bytes);
