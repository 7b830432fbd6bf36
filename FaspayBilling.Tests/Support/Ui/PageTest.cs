using System.Globalization;
using System.Security.Claims;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Web.Files;
using FaspayBilling.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Support.Ui;

/// <summary>A page test over a real database: the page's handlers are Core's own, and somebody is signed in.</summary>
public abstract class PageTest : UiTest, IAsyncLifetime
{
    private long? passing;

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

    /// <summary>Before the first render: who looks at the page. Who is no user yet becomes one, in the place of the one before.</summary>
    protected void SignIn(Actor actor)
    {
        var (user, session) = Store(actor);
        var signedIn = AddAuthorization();
        signedIn.SetAuthorized(actor.Name);
        signedIn.SetClaims(
            new Claim(ActorClaims.UserId, Text(user)),
            new Claim(ActorClaims.SessionId, Text(session)),
            new Claim(ActorClaims.MerchantId, Text(actor.MerchantId)),
            new Claim(ActorClaims.UserRole, actor.Role.ToString()));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    // Without a word in the history, and for as long as a test moves the clock.
    private (long User, long Session) Store(Actor actor)
    {
        using var db = Db.Dbs.CreateDbContext();
        db.Set<User>().Where(u => u.Id == passing).ExecuteDelete();
        passing = null;
        if (actor.UserId is null)
        {
            var user = new User
            {
                MerchantId = actor.MerchantId,
                Name = actor.Name,
                Role = actor.Role,
                Email = "passing@page.example",
                NormalizedEmail = "PASSING@PAGE.EXAMPLE",
                UserName = "passing@page.example",
                NormalizedUserName = "PASSING@PAGE.EXAMPLE",
                SecurityStamp = "page",
            };
            db.Add(user);
            db.SaveChanges();
            passing = user.Id;
        }

        var session = new UserSession
        {
            MerchantId = actor.MerchantId,
            UserId = actor.UserId ?? passing!.Value,
            SecretHash = "page",
            MadeAt = Clock.Now(),
            SeenAt = Clock.Now(),
            ProvedAt = Clock.Now().AddYears(10),
            EndsAt = Clock.Now().AddYears(10),
            Address = UserData.Office.Address,
            Browser = UserData.Office.Browser,
        };
        db.Add(session);
        db.SaveChanges();
        return (session.UserId, session.Id);
    }
}
