namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>A file that goes with a mail: stored bytes, or an invoice whose PDF is made when the mail leaves.</summary>
public sealed class MailAttachment
{
    public long Id { get; private set; }

    public long MailId { get; init; }

    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    /// <summary>The stored bytes; null for an invoice's PDF that was not made yet.</summary>
    public long? ContentId { get; set; }

    /// <summary>The invoice whose PDF it is; null for stored bytes.</summary>
    public long? InvoiceId { get; init; }
}
