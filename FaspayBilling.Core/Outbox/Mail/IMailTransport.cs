namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>One way for a mail to leave.</summary>
public interface IMailTransport
{
    /// <summary>Returns when the mail was taken over.</summary>
    /// <exception cref="MailRefusedException">It was not; the message holds the server's words.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken stop);
}
