using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.ApiAccess;

/// <summary>Ends an API client: no new token, and those it holds stop working at once.</summary>
public sealed class RevokeApiClient(WriteTransaction writes)
{
    /// <summary>One that is revoked already stays as it is. Refuses <c>not-allowed</c>, <c>api-client.not-found</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long clientId, CancellationToken stop) =>
        writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.ApiAccess, "api.revoke-client"), async write =>
        {
            var revoked = await write.RevokeAsync<ApiClient>(clientId, ApiRefusals.ApiClientNotFound);
            if (revoked.Ok && revoked.Value is { } client)
            {
                write.History(
                    HistorySubject.ApiAccess, client.Id, "api.revoke-client", ("name", client.Name), ("client", client.ClientId));
            }

            return revoked.Refusal is { } no ? no : Outcome.Done;
        }, stop);
}
