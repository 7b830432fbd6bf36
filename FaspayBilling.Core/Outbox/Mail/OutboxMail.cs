namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>One mail to one recipient, written in the transaction of what it tells about; a worker sends it later.</summary>
public sealed class OutboxMail : OutboxRow
{
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

    /// <summary>
    /// The personal link that belongs at <see cref="PersonalLinks.Place"/> of the body, encrypted; empty when it was removed after sending;
    /// null for a mail that has none.
    /// </summary>
    public string? PersonalLink { get; set; }

    /// <summary>Until when that link is good; null without one. Afterwards the mail does not leave any more.</summary>
    public DateTime? LinkUntil { get; init; }

    public MailState State { get; set; } = MailState.Waiting;

    public DateTime? SentAt { get; set; }

    /// <summary>Takes it back before it was sent: what it tells of does not hold any more.</summary>
    public void Withdraw()
    {
        (State, LeasedUntil) = (MailState.Withdrawn, null);
        RemoveLink();
    }

    /// <summary>True when its personal link was removed or is over: the mail would lead nowhere.</summary>
    public bool HasLostItsLink(DateTime now) => PersonalLink is "" || LinkUntil <= now;

    /// <summary>Forgets the personal link: the mail cannot be sent again.</summary>
    public void RemoveLink() => PersonalLink = PersonalLink is null ? null : "";

    /// <summary>A new Message-Id in the domain of the installation's address.</summary>
    public static string NewMessageId(string siteAddress) => $"<{Guid.NewGuid():N}@{new Uri(siteAddress).Host}>";
}
