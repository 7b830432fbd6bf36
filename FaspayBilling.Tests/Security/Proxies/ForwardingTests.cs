using System.Globalization;
using System.Net;
using FaspayBilling.Tests.Api;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Security.Proxies;

namespace FaspayBilling.Tests.Security.Proxies;

/// <summary>An installation whose address is https, behind a proxy that ends TLS and without it.</summary>
public sealed class ForwardingTests
{
    private const string Site = "https://billing.example";
    private const string Stranger = "198.51.100.7";

    [Fact]
    public async Task Behind_its_proxy_redirects_cookies_and_HSTS_are_those_of_https()
    {
        await using var web = Real();
        using var visitor = new HttpVisitor(Site, new TlsProxy(web.Address));
        using var start = await visitor.GetAsync("/billings");
        using var page = await visitor.GetAsync("/account/sign-in");

        start.Headers.Location!.OriginalString.Should().StartWith($"{Site}/account/sign-in?");
        start.Headers.GetValues("Strict-Transport-Security").Should().Equal("max-age=31536000; includeSubDomains");
        page.StatusCode.Should().Be(HttpStatusCode.OK);
        page.Headers.GetValues("Set-Cookie")
            .Should().NotBeEmpty().And.OnlyContain(cookie => cookie.Contains("; secure", StringComparison.Ordinal));
    }

    [Fact]
    public async Task By_http_it_sends_a_visitor_to_its_own_address_and_answers_about_its_health()
    {
        await using var web = Real();

        using var direct = await SendAsync(web, "/billings?q=x", (CallerAddress.Header, Stranger));
        using var forwarded = await SendAsync(web, "/billings?q=x", ("X-Forwarded-For", Stranger), ("X-Forwarded-Proto", "http"));
        using var live = await SendAsync(web, "/health/live");
        using var ready = await SendAsync(web, "/health/ready", (CallerAddress.Header, Stranger));

        direct.StatusCode.Should().Be(HttpStatusCode.TemporaryRedirect);
        direct.Headers.Location!.OriginalString.Should().Be($"{Site}/billings?q=x");
        direct.Headers.Contains("Content-Security-Policy").Should().BeTrue();
        forwarded.Headers.Location!.OriginalString.Should().Be($"{Site}/billings?q=x");
        (live.StatusCode, ready.StatusCode).Should().Be((HttpStatusCode.OK, HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_proxy_that_is_not_trusted_is_answered_with_an_explanation_and_not_sent_round_in_circles()
    {
        await using var web = Real();

        using var answer = await SendAsync(
            web, "/account/sign-in", (CallerAddress.Header, Stranger), ("X-Forwarded-For", "192.0.2.1"), ("X-Forwarded-Proto", "https"));

        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        answer.Headers.Location.Should().BeNull();
        (await answer.Content.ReadAsStringAsync()).Should().Contain(Site).And.Contain("log");
    }

    [Theory]
    [InlineData(null, "billing.example", 200)]
    [InlineData(null, "billing.example:8443", 200)]
    [InlineData(null, "localhost:5080", 200)]
    [InlineData(null, "127.0.0.1", 200)]
    [InlineData(null, "[::1]:5080", 200)]
    [InlineData(null, "evil.example", 400)]
    [InlineData(null, "billing.example.evil.example", 400)]
    [InlineData(null, "10.0.0.9:5080", 400)]
    [InlineData("*", "evil.example", 200)]
    [InlineData("probe.example;10.0.0.9", "10.0.0.9:5080", 200)]
    [InlineData("probe.example;10.0.0.9", "billing.example", 400)]
    public async Task It_answers_to_the_name_of_its_address_and_to_this_machine_unless_others_are_named(
        string? setting, string host, int status)
    {
        await using var web = Real(("AllowedHosts", setting));

        using var answer = await SendAsync(web, "/health/live", ("Host", host));

        ((int)answer.StatusCode).Should().Be(status);
    }

    [Fact]
    public async Task In_Development_it_answers_to_every_name()
    {
        await using var web = new TestWeb();

        using var answer = await SendAsync(web, "/health/live", ("Host", "my-machine.local"));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_host_that_is_not_its_own_is_not_taken_from_a_proxy_either()
    {
        await using var web = Real();

        using var other = await SendAsync(web, "/billings", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"));
        using var own = await SendAsync(web, "/billings", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "billing.example"));

        other.Headers.Location!.Host.Should().Be("127.0.0.1");
        own.Headers.Location!.OriginalString.Should().StartWith($"{Site}/account/sign-in?");
    }

    [Theory]
    [InlineData(null, null, "192.0.2.#", false)]
    [InlineData(null, null, "192.0.2.#, 198.51.100.7", true)]
    [InlineData(null, null, "2001:db8::#", true)]
    [InlineData(null, Stranger, "192.0.2.#", true)]
    [InlineData("127.0.0.1,10.0.0.0/8", null, "192.0.2.#, 10.0.0.7", false)]
    [InlineData("127.0.0.1,10.0.0.0/8", null, "203.0.113.9, 192.0.2.#, 10.0.0.7, 10.0.0.8", false)]
    [InlineData("127.0.0.1,10.0.0.0/8", null, "192.0.2.#, 203.0.113.9, 10.0.0.7", true)]
    [InlineData("10.0.0.0/8", null, "192.0.2.#", true)]
    [InlineData("none", null, "192.0.2.#", true)]
    public async Task A_limit_counts_the_last_address_that_a_trusted_proxy_vouches_for(
        string? proxies, string? caller, string forwarded, bool limited)
    {
        await using var web = new TestWeb(proxies is null ? null : new() { ["Site:TrustedProxies"] = proxies }, Given.Clock());
        var last = HttpStatusCode.OK;
        for (var i = 1; i <= 13; i++)
        {
            var claimed = forwarded.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            using var answer = await SendAsync(
                web, "/connect/token", ("X-Forwarded-For", claimed), (CallerAddress.Header, caller ?? "127.0.0.1"));
            last = answer.StatusCode;
        }

        last.Should().Be(limited ? HttpStatusCode.TooManyRequests : HttpStatusCode.BadRequest);
    }

    private static TestWeb Real(params (string Key, string? Value)[] more)
    {
        var settings = new Dictionary<string, string?> { ["Site:Address"] = Site };
        foreach (var (key, value) in more.Where(m => m.Value is not null))
        {
            settings[key] = value;
        }

        return new TestWeb(settings, environment: "Production");
    }

    // The token endpoint is asked with a wrong secret, everything else is read.
    private static async Task<HttpResponseMessage> SendAsync(TestWeb web, string path, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(web.Address), path));
        if (path == "/connect/token")
        {
            request.Method = HttpMethod.Post;
            request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["client_id"] = "x",
                ["client_secret"] = "guess",
                ["grant_type"] = "client_credentials"
            });
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await http.SendAsync(request);
    }
}
