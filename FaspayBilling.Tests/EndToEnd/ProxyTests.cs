using System.Net;
using System.Text.RegularExpressions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Architecture;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>Behind nginx and Caddy, set up as the README shows it.</summary>
[Collection(nameof(WalkMail))]
public sealed partial class ProxyTests
{
    private const string Password = "Correct-Horse-7";

    [Theory]
    [InlineData(ProxyServer.Nginx)]
    [InlineData(ProxyServer.Nodes)]
    [InlineData(ProxyServer.Caddy)]
    public void The_README_shows_the_configuration_that_is_tried_here(string proxy) =>
        File.ReadAllText(Path.Combine(Sources.Root, "README.md")).Should().Contain(ProxyServer.Shown(proxy).Trim());

    [ProxyTheory]
    [InlineData(ProxyServer.Nginx)]
    [InlineData(ProxyServer.Caddy)]
    public async Task Somebody_signs_in_over_TLS_and_walks_the_cancellation(string proxy)
    {
        using var server = new ProxyServer();
        await using var web = TestWeb.WithDemo(new() { ["Site:Address"] = server.Address });
        await server.StartAsync(proxy, web.Address);

        await CancellationWalkTests.WalkAsync(server.Address, Language.English);
    }

    [ProxyFact]
    public async Task The_threshold_walk_goes_over_TLS_and_its_mails_lead_there()
    {
        using var server = new ProxyServer();
        await using var mail = new WalkMail();
        await using var web = TestWeb.WithDemo(new(mail.Settings) { ["Site:Address"] = server.Address });
        await server.StartAsync(ProxyServer.Nginx, web.Address);

        await ThresholdWalkTests.WalkAsync(server.Address, mail, Language.English);

        var page = $"{server.Address}/e-faktur/numbers";
        mail.Received.Should().OnlyContain(m => m.Text.Contains(page, StringComparison.Ordinal));
    }

    [ProxyTheory]
    [InlineData(ProxyServer.Nginx)]
    [InlineData(ProxyServer.Caddy)]
    public async Task Pages_are_live_over_an_encrypted_WebSocket_and_every_cookie_is_for_https_only(string proxy)
    {
        using var server = new ProxyServer();
        await using var web = TestWeb.WithDemo(new() { ["Site:Address"] = server.Address });
        await server.StartAsync(proxy, web.Address);
        await using var guest = await Guest.ComeAsync(server.Address, "finance@fpy.example");

        var socket = await guest.Page.RunAndWaitForWebSocketAsync(() => guest.GoAsync("/customers", "Customers"));

        socket.Url.Should().StartWith($"wss://{ProxyServer.Host}:{server.Port}/_blazor");
        (await guest.Page.Context.CookiesAsync()).Should().NotBeEmpty().And.OnlyContain(cookie => cookie.Secure);
    }

    [ProxyTheory]
    [InlineData(ProxyServer.Nginx)]
    [InlineData(ProxyServer.Caddy)]
    public async Task A_new_installation_is_set_up_and_signed_in_to_over_TLS(string proxy)
    {
        var folder = Directory.CreateTempSubdirectory("faspay-behind-");
        try
        {
            using var server = new ProxyServer();
            using var web = await RealWeb.StartAsync(folder.FullName, site: server.Address);
            await server.StartAsync(proxy, web.Address);
            using var ada = new HttpVisitor(server.Address, server.ClientFrom("127.0.0.1"));

            using var start = await ada.GetAsync("/billings");
            using var made = await ada.SendAsync(
                SetUp().Match(web.Log).Value, ("MerchantName", "Toko Ada"), ("Code", "ADA"), ("YourName", "Ada"),
                ("Email", "ada@toko.example"), ("Password", Password), ("Repeated", Password));
            using var billings = await ada.GetAsync("/billings");

            start.Headers.Location!.OriginalString.Should().StartWith($"{server.Address}/account/sign-in?");
            start.Headers.GetValues("Strict-Transport-Security").Should().Equal("max-age=31536000; includeSubDomains");
            made.LeadsTo().Should().Be("/");
            made.Headers.GetValues("Set-Cookie").Should().OnlyContain(cookie => cookie.Contains("; secure", StringComparison.Ordinal));
            billings.StatusCode.Should().Be(HttpStatusCode.OK);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [ProxyTheory]
    [InlineData(ProxyServer.Nginx)]
    [InlineData(ProxyServer.Caddy)]
    public async Task Two_visitors_have_a_limit_each_whatever_they_say_of_themselves(string proxy)
    {
        using var server = new ProxyServer();
        await using var web = new TestWeb(new() { ["Site:Address"] = server.Address }, Given.Clock());
        await server.StartAsync(proxy, web.Address);
        using var guesser = new HttpClient(server.ClientFrom("127.0.0.2")) { BaseAddress = new Uri(server.Address) };
        using var other = new HttpClient(server.ClientFrom("127.0.0.3")) { BaseAddress = new Uri(server.Address) };

        for (var i = 1; i <= 12; i++)
        {
            (await GuessAsync(guesser, $"192.0.2.{i}")).Should().Be(HttpStatusCode.BadRequest);
        }

        (await GuessAsync(guesser, "192.0.2.13")).Should().Be(HttpStatusCode.TooManyRequests);
        (await GuessAsync(other, "192.0.2.1")).Should().Be(HttpStatusCode.BadRequest);
    }

    [ProxyFact]
    public async Task No_log_of_nginx_holds_a_personal_link_also_while_the_program_is_down()
    {
        using var server = new ProxyServer();
        await server.StartAsync(ProxyServer.Nginx, "http://127.0.0.1:1");
        using var visitor = new HttpClient(server.ClientFrom("127.0.0.2")) { BaseAddress = new Uri(server.Address) };
        using var plain = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        using var down = await visitor.GetAsync(new Uri("/account/reset?link=personal", UriKind.Relative));
        using var http = await AskAsync("billing.example");
        using var evil = await AskAsync("evil.example");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (server.Logs.Split("GET /account/reset").Length < 4)
        {
            await Task.Delay(20, patience.Token);
        }

        down.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        foreach (var led in new[] { http, evil })
        {
            led.Headers.Location!.OriginalString.Should().Be($"https://{ProxyServer.Host}/account/reset?link=personal");
        }

        server.Logs.Should().Contain("\"GET /account/reset\" 502").And.NotContain("personal");

        async Task<HttpResponseMessage> AskAsync(string host)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get, new Uri($"http://127.0.0.1:{server.PlainPort}/account/reset?link=personal"));
            request.Headers.Host = host;
            return await plain.SendAsync(request);
        }
    }

    [ProxyTheory]
    [InlineData(ProxyServer.Nginx)]
    [InlineData(ProxyServer.Caddy)]
    public async Task People_are_led_from_http_to_https_and_programs_are_refused(string proxy)
    {
        using var server = new ProxyServer();
        await server.StartAsync(proxy, "http://127.0.0.1:1");
        using var plain = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        using var page = await AskAsync("/account/sign-in");
        using var token = await AskAsync("/connect/token");
        using var bills = await AskAsync("/billingbackendapi/web/api/create");

        page.Headers.Location!.OriginalString.Should().Be($"https://{ProxyServer.Host}/account/sign-in");
        foreach (var refused in new[] { token, bills })
        {
            refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
            refused.Headers.Location.Should().BeNull();
        }

        async Task<HttpResponseMessage> AskAsync(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://127.0.0.1:{server.PlainPort}{path}"));
            request.Headers.Host = ProxyServer.Host;
            return await plain.SendAsync(request);
        }
    }

    private static async Task<HttpStatusCode> GuessAsync(HttpClient http, string claimed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/connect/token", UriKind.Relative));
        request.Headers.Add("X-Forwarded-For", claimed);
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = "x",
            ["client_secret"] = "guess",
            ["grant_type"] = "client_credentials"
        });
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    [GeneratedRegex(@"/account/set-up\?link=\S+")]
    private static partial Regex SetUp();
}
