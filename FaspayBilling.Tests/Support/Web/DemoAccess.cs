namespace FaspayBilling.Tests.Support.Web;

/// <summary>The demo's passwords, as the README and demo.json say them.</summary>
public static class DemoAccess
{
    /// <summary>The password of the demo's users, and of those that tests make.</summary>
    public const string Password = "Demo-2026!";

    public const string Username = "demo-fpy";
    public const string OtherUsername = "demo-t8v";

    /// <summary>The password of both API users.</summary>
    public const string ApiPassword = "Demo-Billing-2026";

    public const string ClientId = "demo-fpy-client";
    public const string OtherClientId = "demo-t8v-client";
    public const string IntermediaryClientId = "demo-intermediary-client";
    public const string ClientSecret = "Demo-Document-2026";
}
