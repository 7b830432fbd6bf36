using FaspayBilling.Core.Features.Invoices.Pdf;
using FaspayBilling.Web.Security;

namespace FaspayBilling.Web.Files;

internal static class InvoicePdfEndpoint
{
    /// <summary>GET an invoice's PDF, shown by the browser itself.</summary>
    public static void MapInvoicePdf(this IEndpointRouteBuilder app) =>
        app.MapGet("/billings/{number}/pdf", async (string number, HttpContext http, ReadInvoicePdf read) => FileAnswer.Of(
            await read.HandleAsync(http.User.ToActor()!, number, http.RequestAborted),
            f => FileAnswer.Shown(f.FileName, FileAnswer.Pdf, f.Bytes)));
}
