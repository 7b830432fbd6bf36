using System.Globalization;
using System.Security.Claims;
using FaspayBilling.Core.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FaspayBilling.Web.Security;

/// <summary>Whether a sign-in is still as good as when it was given: a lock, a new role or a new password ends it.</summary>
public sealed class SessionValidator(UserManager<User> users, IOptions<IdentityOptions> options)
{
    public async Task<bool> HoldsAsync(ClaimsPrincipal principal)
    {
        var user = await users.FindByIdAsync(principal.ToActor()?.UserId?.ToString(CultureInfo.InvariantCulture) ?? "0");
        return user is { LockedAt: null }
            && user.SecurityStamp == principal.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType);
    }
}
