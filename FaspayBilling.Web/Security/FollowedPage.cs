using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace FaspayBilling.Web.Security;

/// <summary>A page that stays open is watched from its first moment on.</summary>
internal sealed class FollowedPage(AuthenticationStateProvider authentication) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken) =>
        (authentication as CircuitAuthenticationStateProvider)?.FollowAsync() ?? Task.CompletedTask;
}
