namespace FaspayBilling.Core.Mail;

/// <summary>Which transport this build and these settings use.</summary>
public static class MailTransports
{
#if USE_MAILKIT
    public const bool KnowsImplicitTls = true;

    public static IMailTransport For(MailSettings settings, TimeProvider clock) =>
        settings.HasHost ? new MailKitTransport(settings) : new FolderTransport(settings, clock);
#else
    public const bool KnowsImplicitTls = false;

    public static IMailTransport For(MailSettings settings, TimeProvider clock) =>
        settings.HasHost ? new SmtpTransport(settings) : new FolderTransport(settings, clock);
#endif
}
