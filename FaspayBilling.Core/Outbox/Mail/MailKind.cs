namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>What a mail is about.</summary>
public enum MailKind
{
    Threshold,
    Invitation,
    Invoice,
    TaxFile,
    Reset,
    SignIn,
}
