using System.Globalization;
using FaspayBilling.Web.Security;

namespace FaspayBilling.Web.Texts;

/// <summary>
/// Gives each request, and the open page that a request begins, its reader's language: the user's own; of somebody who is not signed in,
/// what the browser asks for first of the two. Figures and days stay as the product writes them.
/// </summary>
internal static class RequestLanguage
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id");

    public static void UseRequestLanguage(this WebApplication app) => app.Use((http, next) =>
    {
        // Seen by all that runs in this request, and by nothing else.
        CultureInfo.CurrentUICulture = IsIndonesian(http) ? Indonesian : English;
        return next(http);
    });

    private static bool IsIndonesian(HttpContext http) => http.User.FindFirst(ActorClaims.UserLanguage) is { } own
        ? own.Value == nameof(Core.Domain.Shared.Language.Indonesian)
        : http.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(l => l is "en" or "id" or "in") is "id" or "in";
}
