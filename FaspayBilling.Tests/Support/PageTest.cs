using System.Globalization;
using System.Security.Claims;
using Bunit;
using FaspayBilling.Core.Domain;
using FaspayBilling.Web.Downloads;
using FaspayBilling.Web.Security;

namespace FaspayBilling.Tests.Support;

/// <summary>A page test over a real database: the page's handlers are Core's own, and somebody is signed in.</summary>
public abstract class PageTest : UiTest, IAsyncLifetime
{
    // A busy machine is slow, not wrong.
    static PageTest() => DefaultWaitTimeout = TimeSpan.FromSeconds(10);

    protected TestDb Db { get; private set; } = null!;

    protected GivenMerchant Fpy { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Db = await TestDb.MakeAsync();
        Fpy = await Db.Given.MerchantAsync("FPY");
        Services.AddFallbackServiceProvider(Db.Services);
        Services.Add(new(typeof(CurrentActor), typeof(CurrentActor), Microsoft.Extensions.DependencyInjection.ServiceLifetime.Scoped));
        Services.Add(new(typeof(DownloadStore), new DownloadStore(Db.Clock)));
        SignIn(Fpy.Finance);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Db.DisposeAsync();
    }

    /// <summary>Before the first render: who looks at the page.</summary>
    protected void SignIn(Actor actor)
    {
        var user = AddAuthorization();
        user.SetAuthorized(actor.Name);
        user.SetClaims(
            new Claim(ActorClaims.UserId, (actor.UserId ?? 1).ToString(CultureInfo.InvariantCulture)),
            new Claim(ActorClaims.MerchantId, actor.MerchantId.ToString(CultureInfo.InvariantCulture)),
            new Claim(ActorClaims.UserRole, actor.Role.ToString()));
    }
}
