namespace FaspayBilling.Core.Mail;

/// <summary>Where a mail of the outbox stands.</summary>
public enum MailState
{
    Waiting,
    Sent,
    Failed,
}
