using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Web.Components.Ui;

namespace FaspayBilling.Web.Components.Pages.EFaktur;

/// <summary>What the screens say about the mail that warns of few numbers: what will happen, or what did.</summary>
public static class ThresholdTexts
{
    public static string Mail(ThresholdView view) =>
        !view.Active ? T("The threshold is not active: no mail goes out.")
        : view.Available > view.Limit ? T($"A mail goes out when {Format.Count(view.Limit)} or fewer are left.")
        : view.Notified == ThresholdNotified.None ? NotYet(view)
        : view.Notified == ThresholdNotified.Limit ? $"{Told(view.LastMail)} {T("One more goes out when none is left.")}"
        : Told(view.LastMail);

    // At or below the limit, and nobody was told: there was no address.
    private static string NotYet(ThresholdView view) =>
        view.Addresses.Count == 0 ? T("No mail could go out.") : T("A mail goes out with the next number that is taken.");

    private static string Told(ThresholdMailState? mail) => mail switch
    {
        { State: MailState.Sent, SentAt: { } at } => T($"A mail went out on {Format.Instant(at)}."),
        { State: MailState.Failed } => T("A mail could not be delivered; the Mail outbox says why."),
        { State: MailState.Waiting } => T("A mail is on its way."),
        _ => T("A mail went out."),
    };
}
