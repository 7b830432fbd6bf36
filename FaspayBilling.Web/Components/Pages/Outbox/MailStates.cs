using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Web.Components.Ui;

namespace FaspayBilling.Web.Components.Pages.Outbox;

/// <summary>How the outbox words and colours what it holds.</summary>
internal static class MailStates
{
    public static string Text(MailState state) => state switch
    {
        MailState.Waiting => T("Waiting"),
        MailState.Sent => T("Sent"),
        MailState.Failed => T("Failed"),
        MailState.Withdrawn => T("Withdrawn"),
    };

    public static Tone Tone(MailState state) => state switch
    {
        MailState.Waiting => Ui.Tone.Info,
        MailState.Sent => Ui.Tone.Good,
        MailState.Failed => Ui.Tone.Danger,
        MailState.Withdrawn => Ui.Tone.Neutral,
    };

    /// <summary>What it is about: an invoice's mail by what it sends, a credit note for one.</summary>
    public static string Text(MailKind kind, DocumentType? type) =>
        kind == MailKind.Invoice && type is { } sent and not DocumentType.Invoice ? sent.Say() : Text(kind);

    public static string Text(MailKind kind) => kind switch
    {
        MailKind.Threshold => T("Threshold"),
        MailKind.Invitation => T("Invitation"),
        MailKind.Reset => T("New password"),
        MailKind.SignIn => T("Sign-in changed"),
        MailKind.Invoice => T("Invoice"),
        MailKind.TaxFile => T("E-Faktur file"),
    };
}
