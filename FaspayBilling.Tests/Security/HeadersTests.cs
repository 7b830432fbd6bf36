using FaspayBilling.Core.Accounts;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Security;

public sealed class HeadersTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-in")]
    [InlineData("/nothing-here")]
    [InlineData("/_framework/blazor.web.js")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        await using var web = new TestWeb();
        using var visitor = new HttpVisitor(web);
        using var answer = await visitor.GetAsync(path);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Should().ContainSingle().Subject;
        policy.Should().Contain("default-src 'self'").And
            .Contain("script-src 'self';").And
            .Contain("frame-ancestors 'none'").And
            .Contain("form-action 'self'");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.GetValues("X-Frame-Options").Should().Equal("DENY");
        answer.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        answer.Headers.GetValues("Cross-Origin-Opener-Policy").Should().Equal("same-origin");
        answer.Headers.Contains("Server").Should().BeFalse();
    }

    [Fact]
    public async Task The_demo_users_are_listed_in_Development_only()
    {
        await using var development = new TestWeb();
        await using var production = new TestWeb(environment: "Production");
        using var one = new HttpVisitor(development);
        using var two = new HttpVisitor(production);

        (await one.ReadAsync("/account/sign-in?demo=admin@fpy.example")).QuerySelector("[name=Password]")!.HasAttribute("value")
            .Should().BeTrue();
        var page = await two.ReadAsync("/account/sign-in?demo=admin@fpy.example");
        page.QuerySelector("[name=Password]")!.HasAttribute("value").Should().BeFalse();
        page.Body!.TextContent.Should().NotContain("example").And.NotContain("Demo-");
    }

    [Fact]
    public async Task A_site_with_https_gives_only_a_sign_in_that_stays_on_https()
    {
        const string Site = "https://billing.example";
        await using var web = new TestWeb(new() { ["Site:Address"] = Site }, environment: "Production");
        var link = (await web.Get<OfferSetup>().HandleAsync(default)).Split("link=")[1];
        await web.Get<CompleteSetup>()
            .HandleAsync(new SetupRequest(link, "PT Faspay", "FPY", "Ada", "ada@fpy.example", DemoAccess.Password), default);
        using var visitor = new HttpVisitor(Site, new TlsProxy(web.Address));
        using var answer = await visitor.SignInAsync("ada@fpy.example");

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        cookies.Select(c => c.Split('=')[0]).Should().Equal("faspay", "faspay-known");
        cookies.Should().OnlyContain(c => c.Contains("secure") && c.Contains("httponly") && c.Contains("samesite=lax"));
    }
}
