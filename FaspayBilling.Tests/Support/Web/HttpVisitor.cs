using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FaspayBilling.Tests.Support.Web;

/// <summary>Somebody with a browser's cookies and forms, but without scripts; follows no redirect by itself.</summary>
/// <param name="address">The site, as the visitor knows it.</param>
/// <param name="way">The way there; straight unless told otherwise.</param>
public sealed class HttpVisitor(string address, HttpMessageHandler? way = null) : IDisposable
{
    private readonly HttpClient http = new(
        way ?? new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = new Uri(address)
    };

    public HttpVisitor(TestWeb web)
        : this(web.Address)
    {
    }

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(path);

    /// <summary>The page as it came; fails when it is no page.</summary>
    public async Task<IHtmlDocument> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, $"{path} is a page");
        return Parse(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Opens a page, fills its form and sends it.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] typed)
    {
        var form = (IHtmlFormElement)(await ReadAsync(path)).QuerySelector("form")!;
        var hidden = form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>().Select(i => (i.Name!, i.Value));
        return await http.PostAsync(
            path, new FormUrlEncodedContent(hidden.Concat(typed).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
    }

    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        await http.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public Task<HttpResponseMessage> SignInAsync(string email, string password = DemoAccess.Password, string? returnUrl = null) =>
        SendAsync(
            $"/account/sign-in{(returnUrl is null ? null : $"?returnUrl={Uri.EscapeDataString(returnUrl)}")}",
            ("Email", email),
            ("Password", password));

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public void Dispose() => http.Dispose();
}
