using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Features.Billings;
using FaspayBilling.Web.Security;
using Microsoft.Net.Http.Headers;

namespace FaspayBilling.Web.Api;

internal static class InvoicePdfEndpoint
{
    /// <summary>GET an invoice's PDF, shown by the browser itself; another merchant's is not there.</summary>
    public static void MapInvoicePdf(this IEndpointRouteBuilder app) => app.MapGet("/billings/{number}/pdf", async (string number, HttpContext http, ReadInvoicePdf read) =>
        Give(http, await read.HandleAsync(http.User.ToActor()!, number, http.RequestAborted)));

    /// <summary>The answer for a file that was made, or why not.</summary>
    public static IResult Give(HttpContext http, Outcome<InvoiceFile> file)
    {
        if (!file.Ok)
        {
            return Results.Text(file.Refusal!.Sentence, "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }

        var header = new ContentDispositionHeaderValue("inline");
        header.SetHttpFileName(file.Value.FileName);
        http.Response.Headers.ContentDisposition = header.ToString();
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes(file.Value.Bytes, "application/pdf");
    }
}
