using System.Globalization;
using System.Security.Claims;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Web.Files;
using FaspayBilling.Web.Security;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Support.Ui;

/// <summary>A page test over a real database: the page's handlers are Core's own, and somebody is signed in.</summary>
public abstract class PageTest : UiTest, IAsyncLifetime
{
    // A busy machine is slow, not wrong.
    static PageTest() => DefaultWaitTimeout = TimeSpan.FromSeconds(10);

    protected TestDb Db { get; private set; } = null!;

    protected GivenMerchant Fpy { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        Db = await TestDb.MakeAsync(clock: Clock);
        Fpy = await Db.Given.MerchantAsync("FPY");
        Services.AddFallbackServiceProvider(Db.Services);
        Services.AddScoped<CurrentActor>();
        Services.AddSingleton(new DownloadStore(Clock));
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
