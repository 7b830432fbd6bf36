using FaspayBilling.Core.Domain;

namespace FaspayBilling.Core.Mail;

/// <summary>One mail to one recipient, written in the transaction of what it tells about; a worker sends it later.</summary>
public sealed class OutboxMail : IOfMerchant
{
    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    public required MailKind Kind { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    /// <summary>Stable over all attempts, so that a second copy is recognised as one.</summary>
    public required string MessageId { get; init; }

    /// <summary>The invoice it is about; null for other mails.</summary>
    public long? InvoiceId { get; init; }

    /// <summary>The E-Faktur file it carries: its Email Status follows this mail.</summary>
    public long? TaxFileId { get; init; }

    public MailState State { get; set; } = MailState.Waiting;

    public int Attempts { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>When the worker tries again; only for waiting mails.</summary>
    public required DateTime NextTryAt { get; set; }

    /// <summary>Until when a worker has it in hand; null when none has.</summary>
    public DateTime? LeasedUntil { get; set; }

    public DateTime? SentAt { get; set; }

    /// <summary>The mail server's words of the last failed attempt.</summary>
    public string? LastError { get; set; }

    public int Version { get; set; }

    /// <summary>A new Message-Id in the domain of the installation's address.</summary>
    public static string NewMessageId(string siteAddress) => $"<{Guid.NewGuid():N}@{new Uri(siteAddress).Host}>";
}
