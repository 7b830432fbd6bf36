namespace FaspayBilling.Web.Security;

internal static class UsedEndpoint
{
    /// <summary>
    /// GET by a page in which somebody clicked or typed (ui.js): an open page sends no other request with the cookie, and every such
    /// request keeps its session from ending as idle. What a page does by itself does not.
    /// </summary>
    public static void MapUsed(this IEndpointRouteBuilder app) => app.MapGet("/account/used", (HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.NoContent();
    });
}
