using FaspayBilling.Core.Domain.Shared;
using Microsoft.AspNetCore.Components.Authorization;

namespace FaspayBilling.Web.Security;

/// <summary>Who uses this page: what every handler wants to know first.</summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication)
{
    /// <exception cref="InvalidOperationException">Nobody is signed in, so the page should not have opened.</exception>
    public async Task<Actor> GetAsync() =>
        (await authentication.GetAuthenticationStateAsync()).User.ToActor() ?? throw new InvalidOperationException("Nobody is signed in.");
}
