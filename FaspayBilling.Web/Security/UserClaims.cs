using System.Globalization;
using System.Security.Claims;
using FaspayBilling.Core.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FaspayBilling.Web.Security;

/// <summary>Puts merchant, role and the shown name into the sign-in.</summary>
internal sealed class UserClaims(UserManager<User> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<User>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (identity.FindFirst(ActorClaims.UserName) is { } loginName)
        {
            identity.RemoveClaim(loginName);
        }

        identity.AddClaim(new Claim(ActorClaims.UserName, user.Name));
        identity.AddClaim(new Claim(ActorClaims.UserRole, user.Role.ToString()));
        identity.AddClaim(new Claim(ActorClaims.MerchantId, user.MerchantId.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(ActorClaims.UserLanguage, user.Language.ToString()));
        return identity;
    }
}
