using FaspayBilling.Core.Mail;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Fields;

namespace FaspayBilling.Web.Components.Pages.Mail;

/// <summary>How the outbox words and colours what it holds.</summary>
internal static class MailStates
{
    public static readonly IReadOnlyList<Choice<MailState?>> Choices =
        [new(null, "All"), .. Enum.GetValues<MailState>().Select(s => new Choice<MailState?>(s, Text(s)))];

    public static string Text(MailState state) => state switch
    {
        MailState.Waiting => "Waiting",
        MailState.Sent => "Sent",
        MailState.Failed => "Failed",
    };

    public static Tone Tone(MailState state) => state switch
    {
        MailState.Waiting => Ui.Tone.Info,
        MailState.Sent => Ui.Tone.Good,
        MailState.Failed => Ui.Tone.Danger,
    };

    public static string Text(MailKind kind) => kind switch
    {
        MailKind.Threshold => "Threshold",
        MailKind.Invitation => "Invitation",
        MailKind.Invoice => "Invoice",
        MailKind.TaxFile => "E-Faktur file",
    };
}
