using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Web.Api.Description;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>What a client reads around a cancellation.</summary>
internal sealed class DocumentReads(
    DocumentApiPipeline calls, ReadDocument read, ListRecentDocuments recent, ListDocumentTypes types, ListNotifications notifications)
{
    /// <summary><c>GET /documents/{uuid}/details</c>.</summary>
    public Task<IResult> DetailsAsync(HttpContext http, string uuid) => calls.RunAsync(http, ApiOperation.Details, async (caller, stop) =>
    {
        var found = await read.HandleAsync(caller, uuid, stop);
        return found.Ok
            ? Ok(DocumentWire.Details(found.Value), DocumentJson.Default.DetailsAnswer)
            : DocumentAnswers.Refused(ApiOperation.Details, found);
    });

    /// <summary><c>GET /documents/recent</c>.</summary>
    public Task<IResult> RecentAsync(HttpContext http) => calls.RunAsync(http, ApiOperation.Recent, async (caller, stop) =>
    {
        var query = new QueryReader(http.Request.Query);
        var wanted = RecentParameters.Read(query);
        if (query.Fault is { } fault)
        {
            return DocumentAnswers.Refused(ApiOperation.Recent, fault);
        }

        var found = await recent.HandleAsync(caller, wanted, stop);
        return found.Ok
            ? Ok(DocumentWire.Recent(found.Value), DocumentJson.Default.RecentAnswer)
            : DocumentAnswers.Refused(ApiOperation.Recent, found);
    });

    /// <summary><c>GET /documenttypes</c>.</summary>
    public Task<IResult> TypesAsync(HttpContext http) => calls.RunAsync(http, ApiOperation.DocumentTypes, async (_, stop) =>
        Ok(
            new DocumentTypesAnswer([.. (await types.HandleAsync(stop)).Select(DocumentWire.Type)]),
            DocumentJson.Default.DocumentTypesAnswer));

    /// <summary><c>GET /documenttypes/{id}</c>.</summary>
    public Task<IResult> TypeAsync(HttpContext http, string id) => calls.RunAsync(http, ApiOperation.DocumentType, async (_, stop) =>
        (await types.HandleAsync(stop)).FirstOrDefault(t => WireNames.Code(t.Type) == id.PadLeft(2, '0')) is { } type
            ? Ok(DocumentWire.TypeDetails(type), DocumentJson.Default.DocumentTypeDetails)
            : DocumentAnswers.Refused(ApiOperation.DocumentType, DocumentFault.NoSuchType));

    /// <summary><c>GET /notifications/taxpayer</c>.</summary>
    public Task<IResult> NotificationsAsync(HttpContext http) => calls.RunAsync(http, ApiOperation.Notifications, async (caller, stop) =>
    {
        var query = new QueryReader(http.Request.Query);
        var wanted = NotificationParameters.Read(query);
        if (query.Fault is { } fault)
        {
            return DocumentAnswers.Refused(ApiOperation.Notifications, fault);
        }

        var found = await notifications.HandleAsync(caller, wanted, stop);
        return found.Ok
            ? Ok(DocumentWire.Notifications(found.Value), DocumentJson.Default.NotificationsAnswer)
            : DocumentAnswers.Refused(ApiOperation.Notifications, found);
    });

    private static JsonAnswer Ok<T>(T value, JsonTypeInfo<T> how) => new(StatusCodes.Status200OK, JsonSerializer.Serialize(value, how));
}
