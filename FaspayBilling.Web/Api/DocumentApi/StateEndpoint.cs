using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Web.Api.Description;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary><c>PUT /api/v1.0/documents/state/{uuid}/state</c>: cancel, or ask for a rejection. Bind, validate, handle, map.</summary>
internal sealed class StateEndpoint(DocumentApiPipeline calls, CancelDocument cancel, RejectDocument reject)
{
    public Task<IResult> HandleAsync(HttpContext http, string uuid) => calls.RunAsync(
        http,
        ApiOperation.Cancel,
        async stop => StateRequest.Read(await BoundedBody.ReadAsync(http.Request, stop)),
        request => request.Operation,
        (caller, request, stop) => HandleAsync(http, uuid, caller, request, stop));

    private async Task<IResult> HandleAsync(
        HttpContext http, string uuid, ApiCaller caller, StateRequest request, CancellationToken stop)
    {
        var key = http.Features.Get<IdempotencyKey>();
        var fault = request.Fault ?? (key is { Value: null } ? DocumentFault.Key : null);
        if (fault is not null)
        {
            return DocumentAnswers.Refused(request.Operation, fault);
        }

        var command = new DocumentStateCommand(uuid, request.Reason, http.TraceIdentifier, Once(http, uuid, caller, request, key));
        var outcome = request.Operation == ApiOperation.Cancel
            ? await cancel.HandleAsync(caller, command, stop)
            : await reject.HandleAsync(caller, command, stop);
        return outcome.Ok ? Changed(outcome.Value) : DocumentAnswers.Refused(request.Operation, outcome);
    }

    private static JsonAnswer Changed(ChangedDocument changed) => new(
        StatusCodes.Status200OK,
        JsonSerializer.Serialize(new StateAnswer(changed.DocumentId, changed.Status), DocumentJson.Default.StateAnswer));

    private static WorkKey? Once(HttpContext http, string uuid, ApiCaller caller, StateRequest request, IdempotencyKey? key)
    {
        if (key is null)
        {
            return null;
        }

        var head = Encoding.UTF8.GetBytes(FormattableString.Invariant($"{http.Request.Method} {uuid} {caller.MerchantId}\n"));
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. head, .. request.Body]));
        return new WorkKey(FormattableString.Invariant($"client {caller.ClientKey}"), key.Value!, hash);
    }
}
