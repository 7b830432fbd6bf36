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

    /// <summary>Who acts; null when nobody is signed in.</summary>
    public static Actor? ToActor(this ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated == true
        && long.TryParse(principal.FindFirstValue(UserId), NumberStyles.None, CultureInfo.InvariantCulture, out var user)
        && long.TryParse(principal.FindFirstValue(MerchantId), NumberStyles.None, CultureInfo.InvariantCulture, out var merchant)
        && Enum.TryParse<Role>(principal.FindFirstValue(UserRole), out var role)
            ? new Actor(merchant, user, principal.FindFirstValue(UserName) ?? "", role)
            : null;
}
