using System.Security.Claims;

namespace FaspayBilling.Web.Components.Layout;

/// <summary>Who looks at the page, as the frame around it shows and uses it.</summary>
public sealed record SignedIn(string Name, string Role, string Merchant)
{
    public bool IsAdmin => Role == "Admin";

    /// <summary>Null for somebody who is not signed in.</summary>
    public static SignedIn? From(ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true }
            ? new(principal.FindFirstValue("name") ?? principal.Identity.Name ?? string.Empty, principal.FindFirstValue("role") ?? string.Empty, principal.FindFirstValue("merchant-name") ?? "Faspay Billing")
            : null;
}
