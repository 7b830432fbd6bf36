using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Features.TaxFiles;
using FaspayBilling.Web.Security;
using Microsoft.Net.Http.Headers;

namespace FaspayBilling.Web.Api;

internal static class TaxFileEndpoint
{
    /// <summary>GET a stored PDF, shown by the browser itself; another merchant's file is not there.</summary>
    public static void MapTaxFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/e-faktur/files/{id:long}", async (long id, HttpContext context, ReadTaxFile read) => Answer(context, await read.HandleAsync(context.User.ToActor()!, id, context.RequestAborted)));
        app.MapGet("/e-faktur/files/waiting/{id:long}", async (long id, HttpContext context, ReadUnmatchedFile read) => Answer(context, await read.HandleAsync(context.User.ToActor()!, id, context.RequestAborted)));
    }

    private static IResult Answer(HttpContext context, Outcome<OpenedTaxFile> file)
    {
        if (!file.Ok)
        {
            return Results.Text(file.Refusal!.Sentence, "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }

        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(file.Value.FileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes(file.Value.Bytes, "application/pdf");
    }
}
