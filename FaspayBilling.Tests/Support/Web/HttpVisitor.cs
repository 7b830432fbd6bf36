using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FaspayBilling.Tests.Api;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Support.Web;

/// <summary>Somebody with a browser's cookies and forms, but without scripts; follows no redirect by itself.</summary>
public sealed class HttpVisitor : IDisposable
{
    private const string Token = "__RequestVerificationToken";

    private readonly CookieContainer cookies = new();
    private readonly HttpClient http;
    private readonly string address;

    /// <param name="address">The site, as the visitor knows it.</param>
    /// <param name="way">The way there; straight unless told otherwise.</param>
    public HttpVisitor(string address, HttpMessageHandler? way = null)
    {
        this.address = address;
        http = new HttpClient(way ?? new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies })
        {
            BaseAddress = new Uri(address)
        };
    }

    public HttpVisitor(TestWeb web)
        : this(web.Address)
    {
    }

    /// <summary>What the browser keeps of the site.</summary>
    public CookieContainer Cookies => cookies;

    /// <summary>Somebody else who has got hold of the cookies as they are now.</summary>
    public HttpVisitor Thief()
    {
        var thief = new HttpVisitor(address);
        thief.cookies.Add(http.BaseAddress!, cookies.GetCookies(http.BaseAddress!));
        return thief;
    }

    /// <summary>Comes from that network address from now on, by that browser.</summary>
    public HttpVisitor From(string network, string userAgent = "")
    {
        http.DefaultRequestHeaders.Remove(CallerAddress.Header);
        http.DefaultRequestHeaders.Add(CallerAddress.Header, network);
        if (userAgent.Length > 0)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        }

        return this;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(path);

    /// <summary>Only asks: the content comes as slowly as it is read.</summary>
    public Task<HttpResponseMessage> OpenAsync(string path) => http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);

    /// <summary>The page as it came; fails when it is no page.</summary>
    public async Task<IHtmlDocument> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, $"{path} is a page");
        return Parse(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Opens a page, fills its form and sends it.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] typed) =>
        await SendAsync(path, (await ReadAsync(path)).QuerySelector("form")!, typed);

    /// <summary>Opens a page and presses the button of that name in one of its forms.</summary>
    public async Task<HttpResponseMessage> PressAsync(string path, string button)
    {
        var pressed = (await ReadAsync(path)).QuerySelectorAll("form button").Single(b => Roles.NameOf(b) == button);
        return await SendAsync(path, pressed.Closest("form")!);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        await http.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public Task<HttpResponseMessage> SignInAsync(string email, string password = DemoAccess.Password, string? returnUrl = null) =>
        SendAsync(
            $"/account/sign-in{(returnUrl is null ? null : $"?returnUrl={Uri.EscapeDataString(returnUrl)}")}",
            ("Email", email),
            ("Password", password));

    /// <summary>As the user menu does it: with the token of a page.</summary>
    public async Task<HttpResponseMessage> SignOutAsync() =>
        await PostAsync(
            "/account/sign-out",
            (Token, (await ReadAsync("/account/password")).QuerySelector($"[name={Token}]")!.GetAttribute("value")!));

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public void Dispose() => http.Dispose();

    /// <summary>Fills a form that was read before and sends it to that address.</summary>
    public Task<HttpResponseMessage> SendAsync(string path, IElement form, params (string Name, string Value)[] typed)
    {
        var hidden = form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>().Select(i => (i.Name!, i.Value));
        return PostAsync(path, [.. hidden.Concat(typed)]);
    }
}
