using Microsoft.Extensions.Primitives;

namespace FaspayBilling.Web.Security;

/// <summary>
/// Whose pages may connect to the hub behind the dashboard: only this site's own. Browsers send cookies along with a WebSocket whichever
/// page opens it, and no rule of theirs stops it.
/// </summary>
internal static partial class HubOrigin
{
    /// <summary>The path of the hub; what it asks for comes below.</summary>
    public const string Hub = "/_blazor";

    /// <summary>Refuses with 403 what a page of another scheme, host or port asks of the hub; what is no browser sends no Origin.</summary>
    public static void UseHubOrigin(this WebApplication app)
    {
        var told = 0;
        app.Use((http, next) =>
        {
            var request = http.Request;
            var origin = request.Headers.Origin;
            if (origin.Count == 0 || !request.Path.StartsWithSegments(Hub, StringComparison.OrdinalIgnoreCase) || IsOwn(origin, request))
            {
                return next(http);
            }

            // Whoever tries again and again does not fill the log.
            if (Interlocked.Exchange(ref told, 1) == 0)
            {
                LogForeign(app.Logger, origin.ToString(), $"{request.Scheme}://{request.Host}");
            }

            return RefuseAsync(http);
        });
    }

    /// <summary>Whether an origin is the scheme, host and port by which the request came.</summary>
    public static bool IsOwn(StringValues origin, HttpRequest request) =>
        origin.Count == 1
        && Uri.TryCreate(origin[0], UriKind.Absolute, out var page)
        && Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}", UriKind.Absolute, out var own)
        && page.Scheme == own.Scheme
        && page.Port == own.Port
        && string.Equals(page.IdnHost, own.IdnHost, StringComparison.OrdinalIgnoreCase);

    private static Task RefuseAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync("Only pages of this site connect here.\n", http.RequestAborted);
    }

    [LoggerMessage(
        2283,
        LogLevel.Warning,
        "A page of {Origin} was refused a connection to {Own}. If both are this installation, its proxy does not pass scheme or host on "
            + "(README, Behind a TLS proxy). Said once.")]
    private static partial void LogForeign(ILogger log, string origin, string own);
}
