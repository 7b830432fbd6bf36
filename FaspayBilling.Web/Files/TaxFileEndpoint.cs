using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Web.Security;

namespace FaspayBilling.Web.Files;

internal static class TaxFileEndpoint
{
    /// <summary>GET a stored PDF, shown by the browser itself.</summary>
    public static void MapTaxFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/e-faktur/files/{id:long}", async (long id, HttpContext http, ReadTaxFile read) =>
            Answer(await read.HandleAsync(http.User.ToActor()!, id, http.RequestAborted)));
        app.MapGet("/e-faktur/files/waiting/{id:long}", async (long id, HttpContext http, ReadUnmatchedFile read) =>
            Answer(await read.HandleAsync(http.User.ToActor()!, id, http.RequestAborted)));
    }

    private static IResult Answer(Outcome<OpenedTaxFile> found) =>
        FileAnswer.Of(found, f => FileAnswer.Shown(f.FileName, FileAnswer.Pdf, f.Bytes));
}
