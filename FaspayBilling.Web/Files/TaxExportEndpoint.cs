using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Web.Security;

namespace FaspayBilling.Web.Files;

internal static class TaxExportEndpoint
{
    /// <summary>GET the file of an export, to be saved.</summary>
    public static void MapTaxExports(this IEndpointRouteBuilder app) =>
        app.MapGet("/e-faktur/exports/{id:long}", async (long id, HttpContext http, ReadExport read) => FileAnswer.Of(
            await read.HandleAsync(http.User.ToActor()!, id, http.RequestAborted),
            f => FileAnswer.Saved(f.FileName, f.ContentType, f.Bytes)));
}
