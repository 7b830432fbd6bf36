namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>Which way out these settings mean.</summary>
public static class MailTransports
{
    /// <summary>SMTP with a host, else the folder.</summary>
    public static IMailTransport For(MailSettings settings, TimeProvider clock) =>
        settings.HasHost ? new MailKitTransport(settings, clock) : new FolderTransport(settings, clock);
}
