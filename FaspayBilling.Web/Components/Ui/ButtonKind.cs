namespace FaspayBilling.Web.Components.Ui;

/// <summary>How much a button asks for attention; at most one Primary per page or dialog.</summary>
public enum ButtonKind
{
    Plain,
    Primary,
    Danger,
    Quiet,
}
