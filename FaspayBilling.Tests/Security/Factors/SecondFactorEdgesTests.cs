using System.Net;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using OtpNet;

namespace FaspayBilling.Tests.Security.Factors;

/// <summary>Codes that were used, keys that nobody made, and forms that come too late.</summary>
public sealed class SecondFactorEdgesTests : IAsyncLifetime
{
    private const string Viewer = "vera@fpy.example";
    private const string Second = "/account/second?returnUrl=%2F";

    private readonly FakeTimeProvider clock = Given.Clock();
    private readonly TestWeb web;

    public SecondFactorEdgesTests() => web = new TestWeb(clock: clock);

    public async Task InitializeAsync()
    {
        var link = (await web.Get<OfferSetup>().HandleAsync(default)).Split("link=")[1];
        (await web.Get<CompleteSetup>()
            .HandleAsync(new SetupRequest(link, "PT Faspay", "FPY", "Ada", "ada@fpy.example", DemoAccess.Password), default)).Ok
            .Should().BeTrue();
        await web.UserAsync(1, Viewer, Role.Viewer);
    }

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("+")]
    public async Task A_code_is_taken_once_also_in_another_spelling(string before)
    {
        var app = await TurnOnAsync();
        using var first = new HttpVisitor(web);
        using var second = new HttpVisitor(web);
        using var one = await first.SignInAsync(Viewer);
        using var two = await second.SignInAsync(Viewer);
        var code = app.Next();

        using var taken = await first.SendAsync(Second, ("Code", $"{code[..3]} {code[3..]}"));
        using var again = await second.SendAsync(Second, ("Code", before + code));

        taken.LeadsTo().Should().Be("/", "apps show a blank in the middle");
        (await again.Content.ReadAsStringAsync()).Should().Contain(UserRefusals.UserCodeWrong.Sentence());
        (await second.HoldsAsync()).Should().BeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task A_key_that_the_page_did_not_make_is_set_up_by_no_code(string key)
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        await web.ProveAsync();
        var form = (await visitor.ReadAsync(FactorSteps.SecondFactor)).QuerySelector("form")!;
        form.QuerySelector("[name=Key]")!.SetAttribute("value", key);

        // A key of nothing and one of zeros sign alike.
        var code = new Totp([0]).ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime);

        using var answer = await visitor.SendAsync(FactorSteps.SecondFactor, form, ("Code", code));

        (await answer.Content.ReadAsStringAsync()).Should().Contain(UserRefusals.UserCodeWrong.Sentence());
        (await web.ReadAsync(db => db.Set<User>().AnyAsync(u => u.TwoFactorEnabled))).Should().BeFalse();
    }

    [Fact]
    public async Task A_wrong_first_code_keeps_the_key_that_was_scanned()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        await web.ProveAsync();
        var page = await visitor.ReadAsync(FactorSteps.SecondFactor);

        using var wrong = await visitor.SendAsync(FactorSteps.SecondFactor, page.QuerySelector("form")!, ("Code", "no code"));

        var again = HttpVisitor.Parse(await wrong.Content.ReadAsStringAsync());
        FactorSteps.KeyOf(again).Should().NotBeNullOrEmpty().And.Be(FactorSteps.KeyOf(page));
        again.QuerySelector(".field-error")!.TextContent.Trim().Should().Be(UserRefusals.UserCodeWrong.Sentence());
    }

    [Fact]
    public async Task A_code_that_comes_after_the_ten_minutes_is_told_so()
    {
        var app = await TurnOnAsync();
        using var visitor = new HttpVisitor(web);
        using var half = await visitor.SignInAsync(Viewer);
        var form = (await visitor.ReadAsync(Second)).QuerySelector("form")!;

        clock.Advance(TimeSpan.FromMinutes(11));
        using var late = await visitor.SendAsync(Second, form, ("Code", app.Next()));

        (await late.Content.ReadAsStringAsync()).Should().Contain(UserRefusals.HalfSignInOver.Sentence());
        late.StatusCode.Should().Be(HttpStatusCode.OK);
        (await visitor.HoldsAsync()).Should().BeFalse();
    }

    [Theory]
    [InlineData(FactorSteps.SecondFactor)]
    [InlineData("/account/passkeys")]
    public async Task A_form_that_comes_after_the_proof_is_over_asks_for_it_again(string path)
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        using var proved = await visitor.SendAsync(path, ("Current", DemoAccess.Password));
        var form = (await visitor.ReadAsync(path)).QuerySelector("form")!;

        clock.Advance(TimeSpan.FromMinutes(11));
        using var late = await visitor.SendAsync(path, form, ("Code", "123456"), ("Name", "Laptop"));

        HttpVisitor.Parse(await late.Content.ReadAsStringAsync()).QuerySelector("[name=Current]").Should().NotBeNull();
        late.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_browser_in_which_it_was_turned_on_or_off_stays_known()
    {
        using var known = new HttpVisitor(web).From("203.0.113.7");
        using var guesser = new HttpVisitor(web).From("198.51.100.1");
        using var signedIn = await known.SignInAsync(Viewer);
        await known.TurnOnAsync();
        using var off = await known.PressAsync(FactorSteps.SecondFactor, "Turn off");
        using var left = await known.SignOutAsync();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await guesser.SignInAsync(Viewer, "wrong");
        }

        using var again = await known.SignInAsync(Viewer);

        (await off.AlertAsync()).Should().Be("The second factor is off. Delete its entry in your authenticator app.");
        again.LeadsTo().Should().Be("/", "guesses elsewhere do not shut it out");
    }

    [Fact]
    public async Task Who_reads_the_page_on_the_phone_itself_opens_the_app_by_a_link()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        await web.ProveAsync();

        var page = await visitor.ReadAsync(FactorSteps.SecondFactor);

        var key = FactorSteps.KeyOf(page)!.Replace(" ", "", StringComparison.Ordinal);
        page.QuerySelector("a[href^='otpauth:']")!.GetAttribute("href").Should()
            .Be($"otpauth://totp/Faspay%20Billing:vera%40fpy.example?secret={key}&issuer=Faspay%20Billing&digits=6&period=30");
    }

    private async Task<Authenticator> TurnOnAsync()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        return (await visitor.TurnOnAsync()).App;
    }
}
