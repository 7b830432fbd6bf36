namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>Where a mail of the outbox stands.</summary>
public enum MailState
{
    Waiting,
    Sent,
    Failed,

    /// <summary>Taken back before it was sent: its invoice was cancelled or deleted meanwhile, or its personal link is over.</summary>
    Withdrawn,
}
