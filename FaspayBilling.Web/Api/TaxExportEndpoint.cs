using FaspayBilling.Core.Features.TaxExports;
using FaspayBilling.Web.Security;

namespace FaspayBilling.Web.Api;

internal static class TaxExportEndpoint
{
    /// <summary>GET the file of an export, to be saved; another merchant's is not there.</summary>
    public static void MapTaxExports(this IEndpointRouteBuilder app) => app.MapGet("/e-faktur/exports/{id:long}", async (long id, HttpContext context, ReadExport read) =>
    {
        var file = await read.HandleAsync(context.User.ToActor()!, id, context.RequestAborted);
        if (!file.Ok)
        {
            return Results.Text(file.Refusal!.Sentence, "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }

        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(file.Value.Bytes, file.Value.ContentType, file.Value.FileName);
    });
}
