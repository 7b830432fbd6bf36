using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Web.Components.Ui;

namespace FaspayBilling.Web.Components.Pages.Outbox;

/// <summary>How the list of callbacks words and colours their states.</summary>
internal static class CallbackStates
{
    public static string Text(CallbackState state) => state switch
    {
        CallbackState.Waiting => T("Waiting"),
        CallbackState.Delivered => T("Delivered"),
        CallbackState.Failed => T("Failed"),
    };

    public static Tone Tone(CallbackState state) => state switch
    {
        CallbackState.Waiting => Ui.Tone.Info,
        CallbackState.Delivered => Ui.Tone.Good,
        CallbackState.Failed => Ui.Tone.Danger,
    };
}
