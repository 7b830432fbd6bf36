using System.Text.Json;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Web.Api.Description;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>The body of a state call as it was understood.</summary>
/// <param name="Operation">Cancel or reject; cancel when that could not be read.</param>
/// <param name="Reason">Why; empty when it is faulty.</param>
/// <param name="Fault">What is wrong with the body; null when it is good.</param>
internal sealed record StateRequest(ApiOperation Operation, string Reason, DocumentFault? Fault)
{
    /// <summary>The bytes that came; empty when there were too many.</summary>
    public byte[] Body { get; private init; } = [];

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <param name="body">The bytes; null when there were too many.</param>
    public static StateRequest Read(byte[]? body) =>
        body is null ? Faulty(DocumentFault.TooLarge) : Parse(body) with { Body = body };

    private static StateRequest Parse(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(WithoutMark(body), Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement) : Faulty(DocumentFault.Unreadable);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // The second: half a surrogate pair in a text.
            return Faulty(DocumentFault.Unreadable);
        }
    }

    private static StateRequest Read(JsonElement json)
    {
        ApiOperation? operation = Text(json, "status")?.ToLowerInvariant() switch
        {
            "cancelled" => ApiOperation.Cancel,
            "rejected" => ApiOperation.Reject,
            _ => null,
        };
        var reason = Text(json, "reason");
        return operation is null ? Faulty(DocumentFault.Status)
            : DocumentReason.IsGood(reason) ? new StateRequest(operation.Value, reason!, null)
            : new StateRequest(operation.Value, "", DocumentFault.Reason);
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static StateRequest Faulty(DocumentFault fault) => new(ApiOperation.Cancel, "", fault);

    private static ReadOnlyMemory<byte> WithoutMark(byte[] body) => body is [0xEF, 0xBB, 0xBF, ..] ? body.AsMemory(3) : body;
}
