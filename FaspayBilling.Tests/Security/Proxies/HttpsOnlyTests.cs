using System.Net;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Web.Security;
using FaspayBilling.Web.Security.Proxies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Tests.Security.Proxies;

/// <summary>What a site whose address is https does with what comes by http.</summary>
public sealed class HttpsOnlyTests
{
    private static readonly IPAddress Stranger = IPAddress.Parse("198.51.100.7");

    private readonly Heard log = new();
    private bool passed;

    [Fact]
    public async Task The_first_request_of_a_proxy_that_is_not_trusted_is_told_to_the_log_with_its_address_and_the_setting()
    {
        var only = Only();

        await AskAsync(only, new Arrival(Stranger, Trusted: false, Forwarded: true, SaysScheme: true));
        await AskAsync(only, new Arrival(Stranger, Trusted: false, Forwarded: true, SaysScheme: false));

        var (id, level, text) = log.Lines.Should().ContainSingle().Subject;
        (id, level).Should().Be((2281, LogLevel.Warning));
        text.Should().Contain("198.51.100.7").And.Contain("Site:TrustedProxies");
    }

    [Fact]
    public async Task A_trusted_proxy_that_keeps_the_scheme_to_itself_is_told_to_the_log_once()
    {
        var only = Only();

        await AskAsync(only, new Arrival(IPAddress.Loopback, Trusted: true, Forwarded: true, SaysScheme: false));
        await AskAsync(only, new Arrival(IPAddress.Loopback, Trusted: true, Forwarded: false, SaysScheme: false));

        var (id, _, text) = log.Lines.Should().ContainSingle().Subject;
        id.Should().Be(2282);
        text.Should().Contain("127.0.0.1").And.Contain("X-Forwarded-Proto");
    }

    [Theory]
    [InlineData(false, true, true, 503)]
    [InlineData(false, true, false, 503)]
    [InlineData(true, true, false, 503)]
    [InlineData(true, false, false, 503)]
    [InlineData(true, true, true, 307)]
    [InlineData(false, false, false, 307)]
    public async Task Only_who_would_not_come_back_the_same_way_is_sent_to_https(
        bool trusted, bool forwarded, bool saysScheme, int status)
    {
        var answer = await AskAsync(Only(), new Arrival(Stranger, trusted, forwarded, saysScheme));

        answer.StatusCode.Should().Be(status);
        answer.Headers.Location.ToString().Should().Be(status == 307 ? "https://billing.example/bill/a%20b?c=d" : "");
        passed.Should().BeFalse();
    }

    [Theory]
    [InlineData("/connect/token")]
    [InlineData("/API/v1.0/documents/recent")]
    [InlineData("/billingbackendapi/web/api/create")]
    public async Task A_program_that_calls_an_API_by_http_is_refused_and_not_sent_on(string path)
    {
        var direct = await AskAsync(Only(), new Arrival(Stranger, Trusted: false, Forwarded: false, SaysScheme: false), path: path);
        var forwarded = await AskAsync(Only(), new Arrival(Stranger, Trusted: true, Forwarded: true, SaysScheme: true), path: path);

        foreach (var answer in new[] { direct, forwarded })
        {
            answer.StatusCode.Should().Be(403);
            answer.Headers.Location.ToString().Should().BeEmpty();
        }

        passed.Should().BeFalse();
    }

    [Theory]
    [InlineData("https", "/bill")]
    [InlineData("http", "/health/live")]
    [InlineData("http", "/health/ready")]
    public async Task What_came_by_https_and_questions_about_health_pass(string scheme, string path)
    {
        await AskAsync(Only(), new Arrival(Stranger, Trusted: false, Forwarded: true, SaysScheme: true), scheme, path);

        passed.Should().BeTrue();
        log.Lines.Should().BeEmpty();
    }

    [Fact]
    public async Task The_port_of_the_sites_address_is_kept()
    {
        var only = new HttpsOnly(_ => Task.CompletedTask, new SiteSettings("https://billing.example:8443"), log);

        var answer = await AskAsync(only, new Arrival(Stranger, Trusted: false, Forwarded: false, SaysScheme: false));

        answer.Headers.Location.ToString().Should().Be("https://billing.example:8443/bill/a%20b?c=d");
    }

    private HttpsOnly Only() => new(
        _ =>
        {
            passed = true;
            return Task.CompletedTask;
        },
        new SiteSettings("https://billing.example"),
        log);

    private static async Task<HttpResponse> AskAsync(HttpsOnly only, Arrival arrival, string scheme = "http", string path = "/bill/a b")
    {
        var http = new DefaultHttpContext();
        http.Request.Scheme = scheme;
        http.Request.Host = new HostString("10.0.0.9", 5080);
        http.Request.Path = path;
        http.Request.QueryString = new QueryString("?c=d");
        http.Features.Set(arrival);
        await only.InvokeAsync(http);
        return http.Response;
    }

    private sealed class Heard : ILogger<HttpsOnly>
    {
        public List<(int Id, LogLevel Level, string Text)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((eventId.Id, logLevel, formatter(state, exception)));
    }
}
