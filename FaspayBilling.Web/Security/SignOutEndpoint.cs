namespace FaspayBilling.Web.Security;

internal static class SignOutEndpoint
{
    /// <summary>POST with the antiforgery token of the user menu's form.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder app) =>
        app.MapPost("/account/sign-out", async (
            HttpContext http, SessionCookie sessions, [Microsoft.AspNetCore.Mvc.FromForm] string? returnUrl) =>
        {
            await sessions.CloseAsync(http);
            return Results.LocalRedirect(returnUrl is null ? "/account/sign-in?out=true" : LocalAddress.From(returnUrl));
        }).AllowAnonymous();
}
