using System.Net;
using FaspayBilling.Core.Configuration;
using Microsoft.AspNetCore.Http.Extensions;

namespace FaspayBilling.Web.Security.Proxies;

/// <summary>
/// For a site whose address is https. What a client asked by http is sent there, but for calls of the APIs. What a proxy passes on by
/// http without a word that counts would come back the same way for ever: it gets an explanation, and the log says once what to set.
/// </summary>
public sealed partial class HttpsOnly(RequestDelegate next, SiteSettings site, ILogger<HttpsOnly> log)
{
    private const string Health = "/health";

    // A program that is sent on sends its secrets in the clear with every call, and nobody ever notices.
    private static readonly PathString[] Apis = ["/api", "/connect", "/billingbackendapi"];

    private readonly Uri address = new(site.Address);
    private readonly string explanation =
        $"This installation is reached at {site.Address}. The proxy before it is not set up yet: the log of this server says how.\n";

    private readonly string onlyHttps = $"The APIs of this installation are called at {site.Address}, by https only.\n";

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
            if (Array.Exists(Apis, api => http.Request.Path.StartsWithSegments(api, StringComparison.OrdinalIgnoreCase)))
            {
                await SayAsync(http, StatusCodes.Status403Forbidden, onlyHttps);
                return;
            }

            Redirect(http);
            return;
        }

        Tell(arrival);
        await SayAsync(http, StatusCodes.Status503ServiceUnavailable, explanation);
    }

    private static Task SayAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(text, http.RequestAborted);
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
