using System.Net;
using AngleSharp.Html.Dom;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Security;

/// <summary>A database that is away is no sign-out and no wrong password.</summary>
public sealed class DatabaseAwayTests : IAsyncLifetime
{
    private const string Token = "__RequestVerificationToken";
    private const string Vera = "vera@fpy.example";

    private readonly TestWeb web = new(clock: Given.Clock(), environment: "Production");

    public async Task InitializeAsync()
    {
        var link = (await web.Get<OfferSetup>().HandleAsync(default)).Split("link=")[1];
        await web.Get<CompleteSetup>()
            .HandleAsync(new SetupRequest(link, "PT Faspay", "FPY", "Ada", "ada@fpy.example", DemoAccess.Password), default);
        await web.UserAsync(1, Vera, Role.Viewer);
    }

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Fact]
    public async Task Who_is_signed_in_is_told_so_and_is_signed_in_afterwards()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Vera);
        await using (await Outage.BeginAsync(web.Services))
        {
            using var silent = await visitor.GetAsync("/billings");

            (silent.StatusCode, silent.Headers.RetryAfter!.Delta).Should().Be((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(5)));
            var said = await silent.Content.ReadAsStringAsync();
            said.Should().Contain("The database does not answer").And.Contain("http-equiv=\"refresh\"").And.NotContain("Sign in");
        }

        using var back = await visitor.GetAsync("/billings");
        back.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_signs_in_is_not_told_that_the_password_is_wrong()
    {
        using var visitor = new HttpVisitor(web);
        using var page = await visitor.GetAsync("/account/sign-in");
        page.StatusCode.Should().Be(HttpStatusCode.OK);
        await using (await Outage.BeginAsync(web.Services))
        {
            using var silent = await visitor.GetAsync("/account/sign-in");
            using var refused = await visitor.SignInAsync(Vera);
            refused.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        }

        using var signedIn = await visitor.SignInAsync(Vera);
        signedIn.StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task What_was_sent_meanwhile_is_not_loaded_again_by_itself_and_leads_back_to_its_page()
    {
        using var visitor = new HttpVisitor(web);
        var form = (await visitor.ReadAsync("/account/sign-in?returnUrl=%2Fcustomers")).QuerySelector("form")!;
        await using var outage = await Outage.BeginAsync(web.Services);

        using var silent = await visitor.SendAsync(
            "/account/sign-in?returnUrl=%2Fcustomers", form, ("Email", Vera), ("Password", DemoAccess.Password));

        (silent.StatusCode, silent.Headers.RetryAfter!.Delta).Should().Be((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(5)));
        var page = HttpVisitor.Parse(await silent.Content.ReadAsStringAsync());
        page.QuerySelector("meta[http-equiv=refresh]").Should().BeNull("loaded again, what was sent would be forgotten without a word");
        page.QuerySelector("[role=status]")!.TextContent.Should().Contain("What you sent may not have been saved.");
        BackFrom(page).Should().Be("/account/sign-in?returnUrl=%2Fcustomers");
    }

    [Fact]
    public async Task Who_signs_out_meanwhile_is_told_that_the_session_goes_on()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Vera);
        var token = (await visitor.ReadAsync("/account/password")).QuerySelector($"[name={Token}]")!.GetAttribute("value")!;
        await using var outage = await Outage.BeginAsync(web.Services);

        using var silent = await visitor.PostAsync("/account/sign-out", (Token, token));

        silent.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        var page = HttpVisitor.Parse(await silent.Content.ReadAsStringAsync());
        page.QuerySelector("[role=status]")!.TextContent.Should().Contain("You are still signed in. Sign out again in a moment.");
        BackFrom(page).Should().Be("/", "nothing is to be seen where one only signs out");
    }

    private static string? BackFrom(IHtmlDocument page) =>
        page.QuerySelectorAll("a").Single(a => a.TextContent.Trim() == "Back").GetAttribute("href");
}
