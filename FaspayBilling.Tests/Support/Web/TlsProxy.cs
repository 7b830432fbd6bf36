using System.Net;

namespace FaspayBilling.Tests.Support.Web;

/// <summary>
/// What a proxy that ends TLS makes of a visitor's requests: they arrive by http, with headers that say by which scheme, host and address
/// they came. Cookies are the visitor's own, as by https.
/// </summary>
/// <param name="address">Where the product listens.</param>
/// <param name="client">The visitor's address.</param>
internal sealed class TlsProxy(string address, string client = "192.0.2.1")
    : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly CookieContainer cookies = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        request.RequestUri = new Uri(new Uri(address), asked.PathAndQuery);
        request.Headers.Host = asked.Authority;
        request.Headers.Add("X-Forwarded-For", client);
        request.Headers.Add("X-Forwarded-Proto", asked.Scheme);
        if (cookies.GetCookieHeader(asked) is { Length: > 0 } kept)
        {
            request.Headers.Add("Cookie", kept);
        }

        var answer = await base.SendAsync(request, cancellationToken);
        request.RequestUri = asked;
        if (answer.Headers.TryGetValues("Set-Cookie", out var given))
        {
            foreach (var cookie in given)
            {
                cookies.SetCookies(asked, cookie);
            }
        }

        return answer;
    }
}
