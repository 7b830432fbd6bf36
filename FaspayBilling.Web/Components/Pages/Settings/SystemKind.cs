namespace FaspayBilling.Web.Components.Pages.Settings;

/// <summary>Which API a new system is for.</summary>
public enum SystemKind
{
    Billing,
    Document,
}
