using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Web.Security;

namespace FaspayBilling.Web.Files;

internal static class AttachmentEndpoint
{
    /// <summary>GET a document of an invoice, shown by the browser itself or saved.</summary>
    public static void MapAttachments(this IEndpointRouteBuilder app)
    {
        app.MapGet("/billings/documents/{id:long}", async (long id, HttpContext http, ReadAttachment read) => FileAnswer.Of(
            await read.HandleAsync(http.User.ToActor()!, id, http.RequestAborted),
            f => FileAnswer.Shown(f.FileName, f.ContentType, f.Bytes)));
        app.MapGet("/billings/documents/{id:long}/download", async (long id, HttpContext http, ReadAttachment read) => FileAnswer.Of(
            await read.HandleAsync(http.User.ToActor()!, id, http.RequestAborted),
            f => FileAnswer.Saved(f.FileName, f.ContentType, f.Bytes)));
    }
}
