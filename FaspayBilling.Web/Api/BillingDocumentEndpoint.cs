using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Features.BillingDocuments;
using FaspayBilling.Web.Security;
using Microsoft.Net.Http.Headers;

namespace FaspayBilling.Web.Api;

/// <summary>Documents of invoices, shown by the browser itself or downloaded; another merchant's are not there.</summary>
internal static class BillingDocumentEndpoint
{
    public static void MapBillingDocuments(this IEndpointRouteBuilder app)
    {
        app.MapGet("/billings/documents/{id:long}", (long id, HttpContext http, ReadBillingDocument read) => GiveAsync(http, read, id, "inline"));
        app.MapGet("/billings/documents/{id:long}/download", (long id, HttpContext http, ReadBillingDocument read) => GiveAsync(http, read, id, "attachment"));
    }

    /// <summary>The answer for a document that was found, or why not; the name of the file never becomes more than a name.</summary>
    public static IResult Give(HttpContext http, Outcome<OpenedDocument> document, string disposition)
    {
        if (!document.Ok)
        {
            return Results.Text(document.Refusal!.Sentence, "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }

        var header = new ContentDispositionHeaderValue(disposition);
        header.SetHttpFileName(document.Value.FileName);
        http.Response.Headers.ContentDisposition = header.ToString();
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes(document.Value.Bytes, document.Value.ContentType);
    }

    private static async Task<IResult> GiveAsync(HttpContext http, ReadBillingDocument read, long id, string disposition) =>
        Give(http, await read.HandleAsync(http.User.ToActor()!, id, http.RequestAborted), disposition);
}
