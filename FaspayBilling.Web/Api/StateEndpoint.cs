using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Features.Documents;

namespace FaspayBilling.Web.Api;

/// <summary><c>PUT /api/v1.0/documents/state/{uuid}/state</c>: cancel, or ask for a rejection.</summary>
internal sealed class StateEndpoint(DocumentCalls calls, CancelDocument cancel, RejectDocument reject)
{
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 200;

    public Task<IResult> HandleAsync(HttpContext http, string uuid)
    {
        byte[]? body = null;
        var request = new StateRequest(ApiOperation.Cancel, "", DocumentFault.Unreadable);
        return calls.RunAsync(
            http,
            async stop =>
            {
                body = await DocumentBody.ReadAsync(http.Request, stop);
                request = StateRequest.Read(body);
                return request.Operation;
            },
            async (caller, stop) => request.Fault is { } fault ? DocumentAnswers.Refused(request.Operation, fault) : await ChangeAsync(http, uuid, caller, request, body!, stop));
    }

    private static ApiAnswer Answer(ApiOperation operation, Outcome<ChangedDocument> outcome) => outcome.Ok
        ? new ApiAnswer(StatusCodes.Status200OK, JsonSerializer.Serialize(new StateAnswer(outcome.Value.DocumentId, outcome.Value.Status), DocumentJson.Default.StateAnswer))
        : DocumentAnswers.Refused(operation, outcome);

    private static bool IsKey(string? key) => key is { Length: > 0 and <= LongestKey } && key.All(c => c is > ' ' and <= '~');

    private static string Hash(HttpContext http, string uuid, ApiCaller caller, byte[] body)
    {
        var head = Encoding.UTF8.GetBytes(FormattableString.Invariant($"{http.Request.Method} {uuid} {caller.MerchantId}\n"));
        return Convert.ToHexStringLower(SHA256.HashData([.. head, .. body]));
    }

    private async Task<IResult> ChangeAsync(HttpContext http, string uuid, ApiCaller caller, StateRequest request, byte[] body, CancellationToken stop)
    {
        IdempotentCall? once = null;
        if (http.Request.Headers.TryGetValue(KeyHeader, out var keys))
        {
            if (keys.Count != 1 || !IsKey(keys[0]))
            {
                return DocumentAnswers.Refused(request.Operation, DocumentFault.Key);
            }

            once = new IdempotentCall(keys[0]!, Hash(http, uuid, caller, body), outcome => Answer(request.Operation, outcome) is var words ? new StoredAnswer(words.Status, words.Body) : null!);
        }

        var wish = new DocumentWish(uuid, request.Reason, http.TraceIdentifier, once);
        var reply = request.Operation == ApiOperation.Cancel ? await cancel.HandleAsync(caller, wish, stop) : await reject.HandleAsync(caller, wish, stop);
        return reply.Again is { } first ? new ApiAnswer(first.Status, first.Body) : Answer(request.Operation, reply.Outcome);
    }
}
