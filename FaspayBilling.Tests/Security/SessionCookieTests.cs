using System.Net;
using System.Security.Claims;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Security;

/// <summary>The cookie names a session and is nothing without it.</summary>
public sealed class SessionCookieTests : IAsyncLifetime
{
    private const string Viewer = "vera@fpy.example";

    private readonly FakeTimeProvider clock = Given.Clock();
    private readonly TestWeb web;
    private readonly Actor admin = Actor.System(1);

    public SessionCookieTests() => web = new TestWeb(clock: clock);

    public async Task InitializeAsync()
    {
        var link = (await web.Get<OfferSetup>().HandleAsync(default)).Split("link=")[1];
        (await web.Get<CompleteSetup>()
            .HandleAsync(new SetupRequest(link, "PT Faspay", "FPY", "Ada", "ada@fpy.example", DemoAccess.Password), default)).Ok
            .Should().BeTrue();
        await web.UserAsync(1, Viewer, Role.Viewer);
    }

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Fact]
    public async Task A_lock_a_removal_a_new_role_and_a_new_password_end_it_and_nothing_else_does()
    {
        foreach (var (name, change, ends) in new (string, Func<string, long, Task<Outcome>>, bool)[]
        {
            ("lock", (_, id) => web.Get<LockUser>().HandleAsync(admin, id, default), true),
            ("removal", (_, id) => web.Get<RemoveUser>().HandleAsync(admin, id, default), true),
            ("role", (_, id) => web.Get<ChangeRole>().HandleAsync(admin, id, Role.Finance, default), true),
            ("password", NewPasswordAsync, true),
            ("unlock", (_, id) => web.Get<UnlockUser>().HandleAsync(admin, id, default), false),
            ("language", NewLanguageAsync, false),
        })
        {
            var email = $"{name}@fpy.example";
            var id = await web.UserAsync(1, email, Role.Viewer);
            using var visitor = new HttpVisitor(web);
            using var signedIn = await visitor.SignInAsync(email);
            (await HoldsAsync(visitor)).Should().BeTrue();

            (await change(email, id)).Ok.Should().BeTrue();

            (await HoldsAsync(visitor)).Should().Be(!ends, name);
        }
    }

    [Fact]
    public async Task A_copied_cookie_ends_with_the_sign_out()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        using var thief = visitor.Thief();
        (await HoldsAsync(thief)).Should().BeTrue();

        using var left = await visitor.SignOutAsync();

        (await HoldsAsync(thief)).Should().BeFalse();
        (await HoldsAsync(visitor)).Should().BeFalse();
    }

    [Fact]
    public async Task A_sign_out_leaves_other_devices_signed_in()
    {
        using var here = new HttpVisitor(web);
        using var there = new HttpVisitor(web);
        using var one = await here.SignInAsync(Viewer);
        using var two = await there.SignInAsync(Viewer);

        using var left = await here.SignOutAsync();

        (await HoldsAsync(there)).Should().BeTrue();
    }

    [Fact]
    public async Task Signing_in_again_on_a_device_ends_the_session_before_it()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        using var thief = visitor.Thief();
        var token = (await visitor.ReadAsync("/account/password"))
            .QuerySelector("[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;

        using var again = await visitor.PostAsync(
            "/account/sign-in",
            ("_handler", "sign-in"),
            ("__RequestVerificationToken", token),
            ("Email", Viewer),
            ("Password", DemoAccess.Password));

        again.LeadsTo().Should().Be("/");
        (await HoldsAsync(visitor)).Should().BeTrue();
        (await HoldsAsync(thief)).Should().BeFalse();
    }

    [Theory]
    [InlineData(12 * 60 - 1, true)]
    [InlineData(12 * 60, false)]
    public async Task Without_use_it_ends_after_12_hours(int minutes, bool holds)
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);

        clock.Advance(TimeSpan.FromMinutes(minutes));

        (await HoldsAsync(visitor)).Should().Be(holds);
    }

    [Fact]
    public async Task Use_keeps_it_for_7_days_and_no_longer()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        for (var hours = 8; hours < 7 * 24; hours += 8)
        {
            clock.Advance(TimeSpan.FromHours(8));
            (await HoldsAsync(visitor)).Should().BeTrue("{0} hours are within", hours);
        }

        clock.Advance(TimeSpan.FromHours(8));

        (await HoldsAsync(visitor)).Should().BeFalse();
    }

    [Fact]
    public async Task A_page_in_which_somebody_clicks_or_types_keeps_it()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        clock.Advance(TimeSpan.FromHours(8));

        using var used = await visitor.GetAsync("/account/used");
        clock.Advance(TimeSpan.FromHours(8));

        used.StatusCode.Should().Be(HttpStatusCode.NoContent);
        used.Headers.CacheControl!.NoStore.Should().BeTrue();
        (await HoldsAsync(visitor)).Should().BeTrue();
    }

    [Fact]
    public async Task A_page_that_is_only_open_does_not_keep_it()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        clock.Advance(TimeSpan.FromHours(8));

        using var again = await visitor.PostAsync("/_blazor/negotiate?negotiateVersion=1");
        using var picture = await visitor.GetAsync("/favicon.svg");
        clock.Advance(TimeSpan.FromHours(8));

        again.StatusCode.Should().Be(HttpStatusCode.OK);
        picture.StatusCode.Should().Be(HttpStatusCode.OK);
        (await HoldsAsync(visitor)).Should().BeFalse();
    }

    [Fact]
    public async Task That_use_cannot_be_noted_is_no_reason_to_refuse_a_page()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        await web.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER no_touch BEFORE UPDATE OF SeenAt ON UserSessions BEGIN SELECT RAISE(ABORT, 'not now'); END"));

        clock.Advance(TimeSpan.FromHours(8));

        (await HoldsAsync(visitor)).Should().BeTrue();
    }

    [Fact]
    public async Task A_stranger_has_nothing_to_use()
    {
        using var stranger = new HttpVisitor(web);

        using var answer = await stranger.GetAsync("/account/used");

        answer.LeadsTo().Should().StartWith("/account/sign-in");
    }

    [Fact]
    public async Task After_a_new_password_the_old_cookie_of_this_device_is_worth_nothing()
    {
        using var here = new HttpVisitor(web);
        using var signedIn = await here.SignInAsync(Viewer);
        using var thief = here.Thief();

        using var changed = await here.SendAsync(
            "/account/password", ("Current", DemoAccess.Password), ("Password", "Another-2026"), ("Repeated", "Another-2026"));

        (await HoldsAsync(here)).Should().BeTrue();
        (await HoldsAsync(thief)).Should().BeFalse();
    }

    [Fact]
    public async Task Who_is_signed_in_is_an_actor_with_merchant_name_role_and_session()
    {
        await using var scope = web.Services.CreateAsyncScope();
        var user = new User
        {
            Id = 7,
            MerchantId = 3,
            Name = "Vina",
            Role = Role.Finance,
            UserName = "vina@fpy.example",
            SecurityStamp = "x"
        };

        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(user);

        principal.ToActor().Should().BeNull("nobody acts without a session");
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(ActorClaims.SessionId, "12"));
        principal.ToActor().Should().Be(new Actor(3, 7, "Vina", Role.Finance) { SessionId = 12 });
        new ClaimsPrincipal(new ClaimsIdentity()).ToActor().Should().BeNull();
    }

    private static async Task<bool> HoldsAsync(HttpVisitor visitor)
    {
        using var page = await visitor.GetAsync("/billings");
        return page.StatusCode == HttpStatusCode.OK;
    }

    private async Task<Outcome> NewPasswordAsync(string email, long id) =>
        await web.Get<ChangePassword>().HandleAsync(await web.SignedInAsync(email), DemoAccess.Password, "Another-2026", default);

    private async Task<Outcome> NewLanguageAsync(string email, long id) =>
        await web.Get<ChangeLanguage>().HandleAsync(await web.SignedInAsync(email), Language.Indonesian, default);
}
