using System.Globalization;
using System.Security.Claims;
using FaspayBilling.Core.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FaspayBilling.Web.Security;

/// <summary>Looks again, while a page stays open, whether its user may still be signed in.</summary>
internal sealed class OpenPages(ILoggerFactory logs, IServiceScopeFactory scopes, IOptions<IdentityOptions> options) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(20);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken stop)
    {
        // The page's own scope lives as long as the page and would answer from what it read first.
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = await users.FindByIdAsync(state.User.ToActor()?.UserId?.ToString(CultureInfo.InvariantCulture) ?? "0");
        return user is { LockedAt: null } && user.SecurityStamp == state.User.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType);
    }
}
