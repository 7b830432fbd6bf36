using System.Net;
using System.Net.WebSockets;
using FaspayBilling.Tests.Api;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Attacks;

/// <summary>
/// Who has no session, or had one, gets no connection to the hub at all; what an open one may still do is in HubSessionsTests.
/// </summary>
public sealed class HubWithoutSessionTests(DemoWeb demo) : IClassFixture<DemoWeb>
{
    private const string Hub = "/_blazor";
    private const string Negotiate = $"{Hub}/negotiate?negotiateVersion=1";

    private TestWeb Web => demo.Web;

    [Fact]
    public async Task A_user_who_is_signed_in_gets_one()
    {
        using var viewer = await SignedInAsync();

        (await AskAsync(viewer.Cookies)).Should().Contain("connectionToken");
        (await OpensAsync(viewer.Cookies)).Should().BeTrue();
    }

    [Fact]
    public async Task Nobody_gets_one_without_a_cookie_or_with_a_made_up_one()
    {
        using var viewer = await SignedInAsync();
        var name = SessionCookies(viewer.Cookies).First().Name;
        var madeUp = new CookieContainer();
        madeUp.Add(new Uri(Web.Address), new Cookie(name, "CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));

        foreach (var cookies in new[] { new CookieContainer(), madeUp })
        {
            (await AskAsync(cookies)).Should().NotContain("connectionToken");
            (await OpensAsync(cookies)).Should().BeFalse();
        }
    }

    [Fact]
    public async Task A_changed_cookie_gets_none()
    {
        using var viewer = await SignedInAsync();
        var random = new Random(20_261_118);
        var wrong = new List<string>();

        for (var i = 0; i < AttackCount.Inputs; i++)
        {
            var changed = new CookieContainer();
            foreach (var cookie in SessionCookies(viewer.Cookies))
            {
                changed.Add(new Uri(Web.Address), new Cookie(cookie.Name, Changed(cookie.Value, random)));
            }

            if ((await AskAsync(changed)).Contains("connectionToken", StringComparison.Ordinal))
            {
                wrong.Add(changed.GetCookieHeader(new Uri(Web.Address)));
            }
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task The_cookie_of_an_ended_session_gets_none()
    {
        using var viewer = await SignedInAsync();
        using var thief = viewer.Thief();
        (await AskAsync(thief.Cookies)).Should().Contain("connectionToken");

        using var left = await viewer.SignOutAsync();

        (await AskAsync(thief.Cookies)).Should().NotContain("connectionToken");
        (await OpensAsync(thief.Cookies)).Should().BeFalse();
    }

    [Fact]
    public async Task A_page_of_another_site_gets_none_with_the_users_cookie()
    {
        using var viewer = await SignedInAsync();

        (await AskAsync(viewer.Cookies, "https://evil.example")).Should().NotContain("connectionToken");
        (await OpensAsync(viewer.Cookies, "https://evil.example")).Should().BeFalse();
        (await OpensAsync(viewer.Cookies, "null")).Should().BeFalse();
        (await OpensAsync(viewer.Cookies, Web.Address)).Should().BeTrue();
    }

    private async Task<HttpVisitor> SignedInAsync()
    {
        var visitor = new HttpVisitor(Web);
        using var answer = await visitor.SignInAsync("viewer@fpy.example");
        answer.LeadsTo().Should().NotBeNull("the viewer signed in");
        return visitor;
    }

    private IEnumerable<Cookie> SessionCookies(CookieContainer cookies) => cookies.GetCookies(new Uri(Web.Address))
        .Where(c => !c.Name.Contains("Antiforgery", StringComparison.OrdinalIgnoreCase) && c.Value.Length > 40);

    // One letter in the middle is another one: the last may hold bits that mean nothing.
    private static string Changed(string value, Random random)
    {
        var letters = value.ToCharArray();
        var at = random.Next(letters.Length - 4);
        letters[at] = letters[at] == 'A' ? 'B' : 'A';
        return new string(letters);
    }

    private async Task<string> AskAsync(CookieContainer cookies, string? origin = null)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Copy(cookies) });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(Web.Address), Negotiate));
        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin);
        }

        using var answer = await http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<bool> OpensAsync(CookieContainer cookies, string? origin = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = Copy(cookies);
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        try
        {
            await socket.ConnectAsync(new Uri($"ws://{new Uri(Web.Address).Authority}{Hub}"), patience.Token);
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }

    // An answer may take a cookie back; whoever stole it keeps it.
    private CookieContainer Copy(CookieContainer cookies)
    {
        var copy = new CookieContainer();
        copy.Add(new Uri(Web.Address), cookies.GetCookies(new Uri(Web.Address)));
        return copy;
    }
}
