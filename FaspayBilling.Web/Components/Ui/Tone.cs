namespace FaspayBilling.Web.Components.Ui;

/// <summary>What a colour says; the words beside it always say it too.</summary>
public enum Tone
{
    Neutral,
    Info,
    Good,
    Warning,
    Danger,
}
