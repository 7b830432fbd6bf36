using System.Net;
using System.Net.WebSockets;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Security;

/// <summary>Which pages may connect to the hub: those of the site, as their browser says in Origin.</summary>
public sealed class HubOriginTests
{
    private const string Negotiate = "/_blazor/negotiate?negotiateVersion=1";

    [Theory]
    [InlineData(null, false)]
    [InlineData("http://127.0.0.1:{port}", false)]
    [InlineData("HTTP://127.0.0.1:{port}", false)]
    [InlineData("https://127.0.0.1:{port}", true)]
    [InlineData("http://127.0.0.1", true)]
    [InlineData("http://127.0.0.1:1", true)]
    [InlineData("http://localhost:{port}", true)]
    [InlineData("http://evil.example:{port}", true)]
    [InlineData("http://127.0.0.1:{port}@evil.example", true)]
    [InlineData("http://127.0.0.1:{port}.evil.example", true)]
    [InlineData("127.0.0.1:{port}", true)]
    [InlineData("null", true)]
    [InlineData("file:///", true)]
    public async Task A_page_of_another_scheme_host_or_port_is_refused(string? origin, bool refused)
    {
        await using var web = new TestWeb();
        var port = new Uri(web.Address).Port;

        using var answer = await AskAsync(web.Address, Negotiate, origin?.Replace("{port}", $"{port}", StringComparison.Ordinal));

        (answer.StatusCode == HttpStatusCode.Forbidden).Should().Be(refused);
    }

    [Fact]
    public async Task Two_origins_are_refused_and_nothing_but_the_hub_asks_for_one()
    {
        await using var web = new TestWeb();

        using var two = await AskAsync(web.Address, Negotiate, web.Address, web.Address);
        using var shouted = await AskAsync(web.Address, "/_BLAZOR/negotiate", "http://evil.example");
        using var token = await AskAsync(web.Address, "/connect/token", "http://evil.example");

        two.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        shouted.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        token.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_WebSocket_of_another_site_is_not_opened()
    {
        await using var web = new TestWeb();
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "https://evil.example");

        var connect = () => socket.ConnectAsync(new Uri($"ws://{new Uri(web.Address).Authority}/_blazor?id=x"), CancellationToken.None);

        await connect.Should().ThrowAsync<WebSocketException>().WithMessage("*403*");
    }

    [Theory]
    [InlineData("https://billing.example", false)]
    [InlineData("https://billing.example:443", false)]
    [InlineData("http://billing.example", true)]
    [InlineData("https://billing.example:8443", true)]
    [InlineData("https://www.billing.example", true)]
    public async Task Behind_a_proxy_the_site_is_what_the_browser_sees(string origin, bool refused)
    {
        const string Site = "https://billing.example";
        await using var web = new TestWeb(new() { ["Site:Address"] = Site }, environment: "Production");
        using var http = new HttpClient(new TlsProxy(web.Address));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(Site), Negotiate));
        request.Headers.Add("Origin", origin);

        using var answer = await http.SendAsync(request);

        (answer.StatusCode == HttpStatusCode.Forbidden).Should().Be(refused);
    }

    private static async Task<HttpResponseMessage> AskAsync(string address, string path, params string?[] origins)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(address), path));
        foreach (var origin in origins)
        {
            if (origin is not null)
            {
                request.Headers.TryAddWithoutValidation("Origin", origin);
            }
        }

        return await http.SendAsync(request);
    }
}
