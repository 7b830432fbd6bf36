using FaspayBilling.Core.Domain.Callbacks;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Fields;

namespace FaspayBilling.Web.Components.Pages.Mail;

/// <summary>How the list of callbacks words and colours their states.</summary>
internal static class CallbackStates
{
    public static readonly IReadOnlyList<Choice<CallbackState?>> Choices =
        [new(null, "All"), .. Enum.GetValues<CallbackState>().Select(s => new Choice<CallbackState?>(s, Text(s)))];

    public static string Text(CallbackState state) => state switch
    {
        CallbackState.Waiting => "Waiting",
        CallbackState.Delivered => "Delivered",
        CallbackState.Failed => "Failed",
    };

    public static Tone Tone(CallbackState state) => state switch
    {
        CallbackState.Waiting => Ui.Tone.Info,
        CallbackState.Delivered => Ui.Tone.Good,
        CallbackState.Failed => Ui.Tone.Danger,
    };
}
