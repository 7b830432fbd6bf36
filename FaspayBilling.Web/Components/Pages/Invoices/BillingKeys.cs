namespace FaspayBilling.Web.Components.Pages.Invoices;

/// <summary>What the address of the Billing List calls its filters.</summary>
internal static class BillingKeys
{
    public const string Search = "q";
    public const string Status = "status";
    public const string Type = "type";
    public const string From = "from";
    public const string To = "to";
}
