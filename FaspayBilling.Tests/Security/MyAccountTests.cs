using System.Net;
using System.Security.Claims;
using AngleSharp.Dom;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FaspayBilling.Tests.Security;

/// <summary>The page My account.</summary>
public sealed class MyAccountTests : IAsyncLifetime
{
    private const string Path = "/account";
    private const string Viewer = "vera@fpy.example";

    private readonly TestWeb web = new(clock: Given.Clock());

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
    public async Task Name_and_language_are_saved_and_hold_at_once()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        var before = SessionOf(visitor);

        using var saved = await visitor.SendAsync(Path, ("YourName", "Vera Viewer"), ("Language", nameof(Language.Indonesian)));

        var page = await visitor.ReadAsync(saved.LeadsTo()!);
        page.DocumentElement.GetAttribute("lang").Should().Be("id");
        page.QuerySelector("[role=alert]")!.TextContent.Trim().Should().Be("Akun Anda sudah disimpan.");
        page.QuerySelector("[name=YourName]")!.GetAttribute("value").Should().Be("Vera Viewer");
        var now = SessionOf(visitor);
        now.FindFirstValue(ActorClaims.UserName).Should().Be("Vera Viewer");
        now.FindFirstValue(ActorClaims.UserLanguage).Should().Be(nameof(Language.Indonesian));
        now.FindFirstValue(ActorClaims.SessionId).Should().Be(before.FindFirstValue(ActorClaims.SessionId), "it is the same session");
        var user = await web.ReadAsync(db => db.Set<User>().SingleAsync(u => u.Email == Viewer));
        (user.Name, user.Language).Should().Be(("Vera Viewer", Language.Indonesian));
    }

    [Fact]
    public async Task A_name_that_is_none_is_marked_and_saves_nothing()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);

        using var refused = await visitor.SendAsync(Path, ("YourName", "   "), ("Language", nameof(Language.Indonesian)));

        HttpVisitor.Parse(await refused.Content.ReadAsStringAsync()).QuerySelector(".field-error")!.TextContent.Trim()
            .Should().Be(UserRefusals.UserName.Sentence());
        (await web.ReadAsync(db => db.Set<User>().SingleAsync(u => u.Email == Viewer))).Language.Should().Be(Language.English);
    }

    [Fact]
    public async Task It_leads_to_password_second_factor_passkeys_sessions_and_back()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        var page = await visitor.ReadAsync(Path);

        var links = page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).ToList();

        links.Should().Equal("/account/password", FactorSteps.SecondFactor, "/account/passkeys", "/account/sessions", "/");
        foreach (var link in links)
        {
            using var answer = await visitor.GetAsync(link);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task It_says_what_is_set_up()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        var before = await visitor.ReadAsync(Path);

        await visitor.TurnOnAsync();

        RowsOf(before).Should().Equal(
            "Password Change password", "Second factor off Set up", "Passkeys 0 Add a passkey", "My sessions 1 Show");
        RowsOf(await visitor.ReadAsync(Path)).Should().Contain("Second factor on Change");
    }

    [Fact]
    public async Task It_signs_out()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        var form = (await visitor.ReadAsync(Path)).QuerySelector("form[action='/account/sign-out']")!;

        using var signedOut = await visitor.SendAsync("/account/sign-out", form);

        signedOut.LeadsTo().Should().Be("/account/sign-in?out=true");
        (await visitor.HoldsAsync()).Should().BeFalse();
    }

    private static IEnumerable<string> RowsOf(IParentNode page) =>
        page.QuerySelectorAll(".account-rows > div")
            .Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    // As the product reads it.
    private ClaimsPrincipal SessionOf(HttpVisitor visitor)
    {
        var cookie = visitor.Cookies.GetCookies(new Uri(web.Address))[web.Get<CookieNames>().Session]!.Value;
        return web.Get<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme)
            .TicketDataFormat
            .Unprotect(cookie)!
            .Principal;
    }
}
