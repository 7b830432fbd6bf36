using System.Net;

namespace FaspayBilling.Web.Security.Proxies;

/// <summary>How a request came to this machine, before anybody's word about it was taken; a feature of the request.</summary>
/// <param name="From">The other end of the connection; null for a socket file.</param>
/// <param name="Trusted">It is one of <see cref="TrustedProxies"/>.</param>
/// <param name="Forwarded">It carries a header that a proxy writes, true or not.</param>
/// <param name="SaysScheme">One of them is about http or https.</param>
public sealed record Arrival(IPAddress? From, bool Trusted, bool Forwarded, bool SaysScheme)
{
    /// <summary>Reads it off a request whose headers nobody has followed yet.</summary>
    public static Arrival Of(HttpContext http, TrustedProxies proxies)
    {
        var headers = http.Request.Headers;
        var saysScheme = headers.ContainsKey("X-Forwarded-Proto");
        return new Arrival(
            http.Connection.RemoteIpAddress,
            proxies.Trust(http.Connection.RemoteIpAddress),
            saysScheme || headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("X-Forwarded-Host"),
            saysScheme);
    }
}
