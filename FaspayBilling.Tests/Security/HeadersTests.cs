using System.Net;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Security;

public sealed class HeadersTests
{
    private const string Site = "https://billing.example";

    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-in")]
    [InlineData("/nothing-here")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/app.css")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/connect/token")]
    [InlineData("/billingbackendapi")]
    [InlineData("/bill/none/pdf")]
    [InlineData("/health/live")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        await using var web = new TestWeb();
        using var visitor = new HttpVisitor(web);
        using var answer = await visitor.GetAsync(path);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Should().ContainSingle().Subject;
        policy.Should().Contain("default-src 'self'").And
            .Contain("script-src 'self';").And
            .Contain("object-src 'none'").And
            .Contain("base-uri 'self'").And
            .Contain("frame-ancestors 'none'").And
            .Contain("form-action 'self'");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.GetValues("X-Frame-Options").Should().Equal("DENY");
        answer.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        answer.Headers.GetValues("Cross-Origin-Opener-Policy").Should().Equal("same-origin");
        answer.Headers.Contains("Server").Should().BeFalse();
    }

    [Fact]
    public async Task What_is_asked_by_a_name_that_is_not_its_own_is_refused_with_them_too()
    {
        await using var web = new TestWeb(new() { ["Site:Address"] = Site }, environment: "Production");
        using var http = new HttpClient { BaseAddress = new Uri(web.Address) };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/health/live", UriKind.Relative));
        request.Headers.Host = "evil.example";

        using var answer = await http.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        answer.Headers.GetValues("Content-Security-Policy").Should().ContainSingle();
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Theory]
    [InlineData("/app.css", "text/css")]
    [InlineData("/ui.js", "text/javascript")]
    [InlineData("/favicon.svg", "image/svg+xml")]
    [InlineData("/health/live", "text/plain")]
    [InlineData("/account/sign-in", "text/html")]
    public async Task A_text_says_how_it_is_encoded(string path, string type)
    {
        await using var web = new TestWeb();
        using var visitor = new HttpVisitor(web);

        using var answer = await visitor.GetAsync(path);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().Should().Be($"{type}; charset=utf-8");
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/v1.0/documents/recent")]
    [InlineData("/billingbackendapi/web/billing/get-all-billing")]
    public async Task No_page_of_another_site_is_let_read_an_answer(string path)
    {
        await using var web = new TestWeb();
        using var http = new HttpClient { BaseAddress = new Uri(web.Address) };

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Options })
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
            request.Headers.Add("Origin", "https://evil.example");
            request.Headers.Add("Access-Control-Request-Method", "PUT");
            using var answer = await http.SendAsync(request);

            answer.Headers.Select(h => h.Key).Should().NotContain(name => name.StartsWith("Access-Control-", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/billings")]
    [InlineData("/account/sign-in")]
    [InlineData("/nothing-here")]
    [InlineData("/docs/api")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/billings/INV-FPY-1/pdf")]
    public async Task Nothing_but_scripts_and_styles_is_kept_by_a_browser_or_on_the_way(string path)
    {
        await using var web = new TestWeb();
        await SetUpAsync(web);
        using var stranger = new HttpVisitor(web);
        using var ada = new HttpVisitor(web);
        using var signedIn = await ada.SignInAsync("ada@fpy.example");

        using var refused = await stranger.GetAsync(path);
        using var answer = await ada.GetAsync(path);
        using var style = await ada.GetAsync("/app.css");

        refused.Headers.CacheControl!.NoStore.Should().BeTrue();
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        style.Headers.CacheControl!.NoStore.Should().BeFalse("it is everybody's");
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
        await using var web = await HttpsAsync();
        using var visitor = new HttpVisitor(Site, new TlsProxy(web.Address));
        using var form = await visitor.GetAsync("/account/sign-in");
        using var answer = await visitor.SignInAsync("ada@fpy.example");

        var cookies = CookiesOf(answer);
        NamesOf(form).Should().Equal("__Host-faspay-antiforgery");
        NamesOf(answer).Should().Equal("__Host-faspay", "__Host-faspay-known");
        cookies.Should().OnlyContain(c => c.Contains("secure") && c.Contains("httponly") && c.Contains("samesite=lax"));
        cookies.Concat(CookiesOf(form)).Should().OnlyContain(
            c => c.Contains("; secure") && c.Contains("; path=/;") && !c.Contains("domain="), "else a browser does not take such a name");
    }

    [Fact]
    public async Task A_browser_of_a_site_with_https_stays_signed_in_is_known_again_and_can_sign_out()
    {
        await using var web = await HttpsAsync();
        using var visitor = new HttpVisitor(Site, new TlsProxy(web.Address));
        using var guesser = new HttpVisitor(Site, new TlsProxy(web.Address, "198.51.100.1"));
        using var first = await visitor.SignInAsync("ada@fpy.example");
        using var page = await visitor.GetAsync("/billings");
        using var left = await visitor.SignOutAsync();
        using var after = await visitor.GetAsync("/billings");
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await guesser.SignInAsync("ada@fpy.example", "wrong");
        }

        using var shut = await guesser.SignInAsync("ada@fpy.example");
        using var again = await visitor.SignInAsync("ada@fpy.example");

        page.StatusCode.Should().Be(HttpStatusCode.OK);
        CookiesOf(left).Should().ContainSingle(c => c.StartsWith("__Host-faspay=;", StringComparison.Ordinal))
            .Which.Should().Contain("; secure").And.Contain("; path=/;");
        after.LeadsTo().Should().StartWith("/account/sign-in");
        shut.LeadsTo().Should().BeNull("guesses make a stranger wait");
        again.LeadsTo().Should().Be("/", "the browser is known");
    }

    [Fact]
    public async Task A_site_by_http_has_names_that_a_browser_takes_there()
    {
        await using var web = new TestWeb();
        await SetUpAsync(web);
        using var visitor = new HttpVisitor(web);
        using var form = await visitor.GetAsync("/account/sign-in");
        using var answer = await visitor.SignInAsync("ada@fpy.example");

        NamesOf(form).Should().ContainSingle().Which.Should().StartWith(".AspNetCore.Antiforgery.");
        NamesOf(answer).Should().Equal("faspay", "faspay-known");
    }

    private static async Task<TestWeb> HttpsAsync()
    {
        var web = new TestWeb(new() { ["Site:Address"] = Site }, environment: "Production");
        await SetUpAsync(web);
        return web;
    }

    private static async Task SetUpAsync(TestWeb web)
    {
        var link = (await web.Get<OfferSetup>().HandleAsync(default)).Split("link=")[1];
        await web.Get<CompleteSetup>()
            .HandleAsync(new SetupRequest(link, "PT Faspay", "FPY", "Ada", "ada@fpy.example", DemoAccess.Password), default);
    }

    private static List<string> CookiesOf(HttpResponseMessage answer) => [.. answer.Headers.GetValues("Set-Cookie")];

    private static IEnumerable<string> NamesOf(HttpResponseMessage answer) => CookiesOf(answer).Select(c => c.Split('=')[0]);
}
