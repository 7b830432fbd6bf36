using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace FaspayBilling.Web.Security;

/// <summary>Whoever clicks and types in an open page uses its session, although no request with a cookie comes.</summary>
internal sealed class PageActivity(AuthenticationStateProvider authentication, TimeProvider clock) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken) =>
        (authentication as CircuitAuthenticationStateProvider)?.FollowAsync() ?? Task.CompletedTask;

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next) =>
        context =>
        {
            (authentication as CircuitAuthenticationStateProvider)?.Used(clock.GetUtcNow().UtcDateTime);
            return next(context);
        };
}
