using FaspayBilling.Web.Security;

namespace FaspayBilling.Web;

/// <summary>How the program ends when it is told to.</summary>
internal static class Ending
{
    // Longer than what mails and callbacks under way are given.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(6);

    /// <summary>All that works in the background ends at the same time: one after the other, the last would have no time left.</summary>
    public static IServiceCollection AddEnding(this IServiceCollection services) => services.Configure<HostOptions>(o =>
    {
        o.ShutdownTimeout = Longest;
        o.ServicesStopConcurrently = true;
    });

    /// <summary>
    /// Open pages are let go at once and try at once to come back: to the program that is ending they would hold it up until its time is
    /// over. They wait for the next one.
    /// </summary>
    public static void UseEnding(this WebApplication app)
    {
        var ending = app.Lifetime.ApplicationStopping;
        app.Use((http, next) =>
        {
            if (!ending.IsCancellationRequested
                || !http.Request.Path.StartsWithSegments(HubOrigin.Hub, StringComparison.OrdinalIgnoreCase))
            {
                return next(http);
            }

            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = "5";
            http.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        });
    }
}
