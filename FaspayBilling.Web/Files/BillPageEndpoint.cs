using System.Globalization;
using FaspayBilling.Core.Features.BillPage;
using FaspayBilling.Web.Security;

namespace FaspayBilling.Web.Files;

/// <summary>
/// What the bill page links to, and the limit on all of it: whoever has the key sees one bill, and nobody finds a key by trying.
/// </summary>
internal static class BillPageEndpoint
{
    private const string Room = "/bill";

    /// <summary>Before the pages: counts calls by address, keeps bills out of caches and search engines.</summary>
    public static void UseBillLimits(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments(Room, StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        var verdict = context.RequestServices.GetRequiredService<RateLimits>().Take(ClientNetwork.Of(context), Limit.Bill);
        if (verdict.Ok)
        {
            context.Response.Headers.CacheControl = "private, no-store";
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Math.Ceiling(verdict.Wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(
            "Too many requests. Try again in a minute.\nTerlalu banyak permintaan. Coba lagi sebentar lagi.\n", context.RequestAborted);
    });

    public static void MapBillPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/bill/{key}/pdf", async (string key, HttpContext http, ReadBillPdf read) => FileAnswer.Of(
            await read.HandleAsync(key, http.RequestAborted),
            f => FileAnswer.Shown(f.FileName, FileAnswer.Pdf, f.Bytes))).AllowAnonymous();
        app.MapGet("/bill/{key}/documents/{id:long}", async (string key, long id, HttpContext http, ReadBillDocument read) => FileAnswer.Of(
            await read.HandleAsync(key, id, http.RequestAborted),
            f => FileAnswer.Saved(f.FileName, f.ContentType, f.Bytes))).AllowAnonymous();
    }
}
