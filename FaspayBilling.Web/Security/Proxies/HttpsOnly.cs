using System.Net;
using FaspayBilling.Core.Configuration;
using Microsoft.AspNetCore.Http.Extensions;

namespace FaspayBilling.Web.Security.Proxies;

/// <summary>
/// For a site whose address is https. What a client asked by http is sent there. What a proxy passes on by http without a word that
/// counts would come back the same way for ever: it gets an explanation, and the log says once what to set.
/// </summary>
public sealed partial class HttpsOnly(RequestDelegate next, SiteSettings site, ILogger<HttpsOnly> log)
{
    private const string Health = "/health";

    private readonly Uri address = new(site.Address);
    private readonly string explanation =
        $"This installation is reached at {site.Address}. The proxy before it is not set up yet: the log of this server says how.\n";

    private int toldOfStranger;
    private int toldOfSilence;

    /// <summary>Lets pass what came by https, and the questions about health, which are asked of the node itself.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.IsHttps || http.Request.Path.StartsWithSegments(Health, StringComparison.OrdinalIgnoreCase))
        {
            await next(http);
            return;
        }

        var arrival = http.Features.Get<Arrival>();
        if (arrival is null or { Trusted: true, SaysScheme: true } or { Trusted: false, Forwarded: false })
        {
            Redirect(http);
            return;
        }

        Tell(arrival);
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync(explanation, http.RequestAborted);
    }

    private void Redirect(HttpContext http)
    {
        var host = address.IsDefaultPort ? new HostString(address.IdnHost) : new HostString(address.IdnHost, address.Port);
        http.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        http.Response.Headers.Location = UriHelper.BuildAbsolute(
            address.Scheme, host, http.Request.PathBase, http.Request.Path, http.Request.QueryString);
    }

    private void Tell(Arrival arrival)
    {
        if (arrival.Trusted)
        {
            if (Interlocked.Exchange(ref toldOfSilence, 1) == 0)
            {
                LogSilence(arrival.From);
            }
        }
        else if (Interlocked.Exchange(ref toldOfStranger, 1) == 0)
        {
            LogStranger(arrival.From);
        }
    }

    [LoggerMessage(
        2281,
        LogLevel.Warning,
        "A request came by http from {Address} with X-Forwarded headers, which are not believed from there. If that is the proxy before "
            + "this installation, add its address to Site:TrustedProxies; until then its visitors see an explanation instead of pages. "
            + "Said once.")]
    private partial void LogStranger(IPAddress? address);

    [LoggerMessage(
        2282,
        LogLevel.Warning,
        "A request came by http from {Address}, which is in Site:TrustedProxies, without X-Forwarded-Proto. If that is the proxy before "
            + "this installation, let it send that header (README, Behind a TLS proxy); until then its visitors see an explanation instead "
            + "of pages. Said once.")]
    private partial void LogSilence(IPAddress? address);
}
