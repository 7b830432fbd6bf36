using System.Globalization;
using System.Security.Claims;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Security;

/// <summary>How the sign-in carries who acts.</summary>
public static class ActorClaims
{
    public const string UserId = ClaimTypes.NameIdentifier;
    public const string UserName = ClaimTypes.Name;
    public const string UserRole = ClaimTypes.Role;
    public const string MerchantId = "merchant";
    public const string UserLanguage = "language";
    public const string SessionId = "session";
    public const string SessionSecret = "session-secret";

    /// <summary>Who acts; null when nobody is signed in.</summary>
    public static Actor? ToActor(this ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated == true
        && principal.Number(UserId) is { } user
        && principal.Number(MerchantId) is { } merchant
        && principal.Number(SessionId) is { } session
        && Enum.TryParse<Role>(principal.FindFirstValue(UserRole), out var role)
            ? new Actor(merchant, user, principal.FindFirstValue(UserName) ?? "", role) { SessionId = session }
            : null;

    private static long? Number(this ClaimsPrincipal principal, string claim) =>
        long.TryParse(principal.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
