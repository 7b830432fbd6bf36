using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace FaspayBilling.Web.Security;

internal static class LanguageEndpoint
{
    /// <summary>POST with the antiforgery token of the user menu's form; comes back to the page that was open.</summary>
    public static void MapLanguage(this IEndpointRouteBuilder app) =>
        app.MapPost("/account/language", async (
            HttpContext http, ChangeLanguage change, SessionCookie sessions, [FromForm] Language language, [FromForm] string? returnUrl) =>
        {
            if (http.User.ToActor() is { } actor)
            {
                await change.HandleAsync(actor, language, http.RequestAborted);
                await sessions.RewriteAsync(http);
            }

            return Results.LocalRedirect(LocalAddress.From(returnUrl));
        });
}
