using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;

namespace FaspayBilling.Web.Security.Factors;

internal static class PasskeyEndpoints
{
    /// <summary>POST by the browser's script (passkeys.js) with the antiforgery token of a form on its page.</summary>
    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        app.MapPost("/account/passkeys/use", async (
            HttpContext http, PasskeySignIn passkeys, RateLimits limits, [FromForm] string? credential) =>
                limits.Take(ClientNetwork.Of(http), Limit.Account).Ok
                    ? Results.Content(await passkeys.UseOptionsAsync(http), MediaTypeNames.Application.Json)
                    : Results.StatusCode(StatusCodes.Status429TooManyRequests)).AllowAnonymous();
        app.MapPost("/account/passkeys/make", async (HttpContext http, PasskeySignIn passkeys, [FromForm] string? credential) =>
            Results.Content(await passkeys.MakeOptionsAsync(http), MediaTypeNames.Application.Json));
        app.MapPost("/account/passkeys/prove", async (HttpContext http, PasskeySignIn passkeys, [FromForm] string? credential) =>
            (await passkeys.ProveAsync(http, credential ?? "")).Ok ? Results.NoContent() : Results.BadRequest());
    }
}
