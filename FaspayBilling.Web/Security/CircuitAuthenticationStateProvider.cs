using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace FaspayBilling.Web.Security;

/// <summary>Looks again, while a page stays open, whether its user may still be signed in.</summary>
internal sealed class CircuitAuthenticationStateProvider(ILoggerFactory logs, IServiceScopeFactory scopes)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(20);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken stop)
    {
        // The page's own scope lives as long as the page and would answer from what it read first.
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SessionValidator>().HoldsAsync(state.User);
    }
}
