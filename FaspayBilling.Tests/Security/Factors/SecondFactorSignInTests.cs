using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Attacks;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Security.Factors;

/// <summary>The sign-in of a user with an authenticator app: a password alone opens nothing.</summary>
public sealed class SecondFactorSignInTests : IAsyncLifetime
{
    private const string Viewer = "vera@fpy.example";
    private const string Second = "/account/second?returnUrl=%2F";
    private const string Wrong = "no code";

    private readonly FakeTimeProvider clock = Given.Clock();
    private readonly TestWeb web;
    private long viewer;
    private Authenticator app = null!;
    private IReadOnlyList<string> recovery = [];

    public SecondFactorSignInTests() => web = new TestWeb(clock: clock);

    public async Task InitializeAsync()
    {
        var link = (await web.Get<OfferSetup>().HandleAsync(default)).Split("link=")[1];
        (await web.Get<CompleteSetup>()
            .HandleAsync(new SetupRequest(link, "PT Faspay", "FPY", "Ada", "ada@fpy.example", DemoAccess.Password), default)).Ok
            .Should().BeTrue();
        viewer = await web.UserAsync(1, Viewer, Role.Viewer);
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        (app, recovery) = await visitor.TurnOnAsync();
    }

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Fact]
    public async Task It_is_set_up_after_a_proof_and_asked_for_from_then_on()
    {
        const string Ada = "ada@fpy.example";
        using var visitor = new HttpVisitor(web);
        using var first = await visitor.SignInAsync(Ada);

        var asked = await visitor.ReadAsync(FactorSteps.SecondFactor);
        using var wrong = await visitor.SendAsync(FactorSteps.SecondFactor, ("Current", "wrong"));
        var (adas, codes) = await visitor.TurnOnAsync();
        using var again = new HttpVisitor(web);
        using var half = await again.SignInAsync(Ada);
        var before = await again.HoldsAsync();
        using var through = await again.SendAsync(half.LeadsTo()!, ("Code", adas.Next()));

        FactorSteps.KeyOf(asked).Should().BeNull("first it is asked who sits there");
        (await wrong.Content.ReadAsStringAsync()).Should().Contain(UserRefusals.UserCurrentPassword.Sentence());
        codes.Should().HaveCount(10).And.OnlyHaveUniqueItems();
        half.LeadsTo().Should().Be(Second);
        before.Should().BeFalse();
        through.LeadsTo().Should().Be("/");
        (await again.HoldsAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task Wrong_codes_say_so_and_after_five_even_the_right_one_waits()
    {
        using var visitor = new HttpVisitor(web);
        using var half = await visitor.SignInAsync(Viewer);
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await visitor.SendAsync(Second, ("Code", Wrong));
            (await wrong.Content.ReadAsStringAsync()).Should().Contain(UserRefusals.UserCodeWrong.Sentence());
        }

        var code = app.Next();
        using var rests = await visitor.SendAsync(Second, ("Code", code));
        clock.Advance(AttemptGuard.FirstWait);
        using var through = await visitor.SendAsync(Second, ("Code", code));

        (await rests.Content.ReadAsStringAsync()).Should().Contain(UserRefusals.UserCodeRests.Sentence());
        through.LeadsTo().Should().Be("/");
        (await web.ReadAsync(db => db.Set<HistoryEntry>().CountAsync(h => h.Action == "session.refuse:code"))).Should().Be(5);
    }

    [Fact]
    public async Task Half_a_sign_in_opens_no_more_than_none()
    {
        using var visitor = new HttpVisitor(web);
        using var stranger = new HttpVisitor(web);
        using var half = await visitor.SignInAsync(Viewer);
        var routes = Routes.Of(web)
            .Where(r => r.Takes("GET") && !r.IsBelow("/_") && r.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .ToList();
        var wrong = new List<string>();

        foreach (var path in routes.Select(r => r.Fill(_ => "1")))
        {
            using var got = await visitor.GetAsync(path);
            using var usual = await stranger.GetAsync(path);
            if (got.StatusCode != usual.StatusCode || got.LeadsTo() != usual.LeadsTo())
            {
                wrong.Add($"{path} is answered {got.StatusCode}");
            }
        }

        routes.Should().HaveCountGreaterThan(20, "a scan that saw nothing would find nothing wrong");
        wrong.Should().BeEmpty();
        (await visitor.HoldsAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task It_is_over_after_ten_minutes()
    {
        using var visitor = new HttpVisitor(web);
        using var half = await visitor.SignInAsync(Viewer);

        clock.Advance(TimeSpan.FromMinutes(10));
        var still = await visitor.ReadAsync(Second);
        clock.Advance(TimeSpan.FromSeconds(1));

        still.QuerySelector("[name=Code]").Should().NotBeNull();
        await IsOverAsync(visitor);
    }

    [Theory]
    [InlineData("lock")]
    [InlineData("role")]
    [InlineData("factor")]
    public async Task A_change_of_the_user_ends_it(string what)
    {
        using var visitor = new HttpVisitor(web);
        using var half = await visitor.SignInAsync(Viewer);
        var admin = Actor.System(1);

        var changed = what switch
        {
            "lock" => await web.Get<LockUser>().HandleAsync(admin, viewer, default),
            "role" => await web.Get<ChangeRole>().HandleAsync(admin, viewer, Role.Finance, default),
            _ => await web.Get<ResetSecondFactor>().HandleAsync(admin, viewer, default),
        };

        changed.Ok.Should().BeTrue();
        await IsOverAsync(visitor);
    }

    [Fact]
    public async Task Another_password_ends_it()
    {
        using var visitor = new HttpVisitor(web);
        using var owner = new HttpVisitor(web);
        using var half = await visitor.SignInAsync(Viewer);
        await owner.SignInAsync(Viewer, app);

        using var changed = await owner.SendAsync(
            "/account/password", ("Current", DemoAccess.Password), ("Password", "Another-2026"), ("Repeated", "Another-2026"));

        (await changed.AlertAsync()).Should().StartWith("Your password was changed.");
        (await owner.HoldsAsync()).Should().BeTrue();
        await IsOverAsync(visitor);
    }

    [Fact]
    public async Task No_altered_cookie_of_it_is_taken()
    {
        using var visitor = new HttpVisitor(web);
        using var someone = new HttpVisitor(web);
        using var half = await visitor.SignInAsync(Viewer);
        using var other = await someone.SignInAsync(Viewer);
        var name = web.Get<CookieNames>().Half;
        var (mine, another) = (ValueOf(visitor, name), ValueOf(someone, name));
        using var http = new RawHttp(web.Address);
        using var whole = await http.GetAsync(Second, $"{name}={mine}");
        var wrong = new List<string>();

        foreach (var seed in AttackCount.Seeds)
        {
            var altered = AlteredCookie.Of(mine, another, new Random(seed));
            using var answer = await http.GetAsync(Second, $"{name}={altered}");
            var page = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode || page.Contains("name=\"Code\"", StringComparison.Ordinal))
            {
                wrong.Add($"{seed}: {altered} is answered {answer.StatusCode}");
            }
        }

        (await whole.Content.ReadAsStringAsync()).Should().Contain("name=\"Code\"", "unaltered it is taken");
        wrong.Should().BeEmpty();
    }

    [Theory]
    [InlineData("/customers?q=x", "/customers?q=x")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    public async Task It_leads_to_where_one_wanted_to_go_and_to_no_other_site(string returnUrl, string leadsTo)
    {
        using var visitor = new HttpVisitor(web);
        using var half = await visitor.SignInAsync(Viewer, returnUrl: returnUrl);

        using var through = await visitor.SendAsync(
            $"/account/second?returnUrl={Uri.EscapeDataString(returnUrl)}", ("Code", app.Next()));

        half.LeadsTo().Should().Be($"/account/second?returnUrl={Uri.EscapeDataString(leadsTo)}");
        through.LeadsTo().Should().Be(leadsTo);
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once_however_it_is_typed()
    {
        using var visitor = new HttpVisitor(web);
        using var another = new HttpVisitor(web);
        using var half = await visitor.SignInAsync(Viewer);
        using var other = await another.SignInAsync(Viewer);
        var typed = $" {recovery[0].Replace("-", " ", StringComparison.Ordinal).ToUpperInvariant()} ";

        using var through = await visitor.SendAsync(Second, ("Code", typed));
        using var again = await another.SendAsync(Second, ("Code", recovery[0]));
        using var next = await another.SendAsync(Second, ("Code", recovery[1]));

        through.LeadsTo().Should().Be("/");
        (await again.Content.ReadAsStringAsync()).Should().Contain(UserRefusals.UserCodeWrong.Sentence());
        next.LeadsTo().Should().Be("/");
    }

    private static async Task IsOverAsync(HttpVisitor visitor)
    {
        var page = await visitor.ReadAsync(Second);
        page.QuerySelector("[role=alert]")!.TextContent.Trim().Should().Be(UserRefusals.HalfSignInOver.Sentence());
        page.QuerySelector("form").Should().BeNull();
    }

    private string ValueOf(HttpVisitor visitor, string name) => visitor.Cookies.GetCookies(new Uri(web.Address))[name]!.Value;
}
