using System.Net;
using System.Text.RegularExpressions;

namespace FaspayBilling.Bench.Serving;

/// <summary>What of a browser a circuit needs: cookies, the sign-in form, a page's document and the files it loads.</summary>
internal sealed partial class Browser : IDisposable
{
    private const string SignInPath = "account/sign-in";

    private readonly HttpClient http;

    public Browser(Uri address)
    {
        Address = address;
        var handler = new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false };
        http = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public Uri Address { get; }

    public CookieContainer Cookies { get; } = new();

    public void Dispose() => http.Dispose();

    /// <summary>Posts the sign-in form with every field that it hides, the antiforgery token among them.</summary>
    public async Task SignInAsync(string email, string password)
    {
        var page = await http.GetStringAsync(SignInPath);

        // Other forms on the page have hidden fields of the same names.
        var entry = page.Split("<form").First(f => f.Contains("name=\"Password\"", StringComparison.Ordinal)).Split("</form>")[0];
        var fields = HiddenFields().Matches(entry).Select(m => KeyValuePair.Create(Decoded(m, "name"), Decoded(m, "value")));
        using var form = new FormUrlEncodedContent([.. fields, new("Email", email), new("Password", password)]);
        using var answer = await http.PostAsync(SignInPath, form);
        var to = answer.Headers.Location?.OriginalString;
        if (to is null || to.Contains(SignInPath, StringComparison.Ordinal))
        {
            var said = await answer.Content.ReadAsStringAsync();
            throw new InvalidOperationException($"{email} could not sign in: {(int)answer.StatusCode} {said}");
        }
    }

    /// <summary>The document behind a path, as it is sent before its circuit opens.</summary>
    public async Task<Document> PageAsync(string path)
    {
        using var answer = await http.GetAsync(path);
        return answer.StatusCode == HttpStatusCode.OK
            ? new Document(await answer.Content.ReadAsStringAsync())
            : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode} {answer.Headers.Location}");
    }

    /// <summary>How many bytes a file takes on the wire when the browser understands Brotli.</summary>
    public async Task<long> SizeAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    /// <summary>Says that the page of that circuit was left.</summary>
    public async Task LeaveAsync(string circuit)
    {
        using var form = new FormUrlEncodedContent([new("circuitId", circuit)]);
        using var answer = await http.PostAsync("_blazor/disconnect", form);
        answer.EnsureSuccessStatusCode();
    }

    private static string Decoded(Match field, string group) => WebUtility.HtmlDecode(field.Groups[group].Value);

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenFields();
}
