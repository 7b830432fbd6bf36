using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace FaspayBilling.Tests.Security;

/// <summary>What the cookie of a browser in which somebody has signed in is worth; the rest is in SignInWaitsTests.</summary>
public sealed class KnownBrowsersTests : IAsyncLifetime
{
    private readonly TestWeb web = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Theory]
    [InlineData((90 * 24 * 60) - 1, true)]
    [InlineData(90 * 24 * 60, false)]
    public void A_browser_is_known_for_90_days(int minutes, bool holds)
    {
        var clock = Given.Clock();
        var known = new KnownBrowsers(new EphemeralDataProtectionProvider(), web.Get<CookieNames>(), clock);
        var user = new User { MerchantId = 1, Name = "Vina", Role = Role.Viewer, SecurityStamp = "x" };
        var signedIn = new DefaultHttpContext();
        known.Remember(signedIn, user);
        var later = new DefaultHttpContext();
        later.Request.Headers.Cookie = signedIn.Response.Headers.SetCookie.ToString().Split(';')[0];

        clock.Advance(TimeSpan.FromMinutes(minutes));

        (known.Mark(later, user) is not null).Should().Be(holds);
    }
}
