namespace FaspayBilling.Web.Components.Pages.Account;

/// <summary>The library's looks for the buttons of plain HTML.</summary>
internal static class Buttons
{
    public const string Filled = "mud-button-root mud-button mud-button-filled mud-button-filled-primary mud-button-filled-size-medium";

    public const string Outlined =
        "mud-button-root mud-button mud-button-outlined mud-button-outlined-default mud-button-outlined-size-medium";

    public const string FilledWide = Filled + " button-wide";

    public const string OutlinedWide = Outlined + " button-wide";
}
