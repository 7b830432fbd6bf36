using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.ApiAccess;

/// <summary>Ends a billing credential: its signature stops working at once on this node, within a second on the others.</summary>
public sealed class RevokeBillingCredential(WriteTransaction writes)
{
    /// <summary>One that is revoked already stays as it is. Refuses <c>not-allowed</c>, <c>api-credential.not-found</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long credentialId, CancellationToken stop) =>
        writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.ApiAccess, "api.revoke-credential"), async write =>
        {
            var revoked = await write.RevokeAsync<BillingCredential>(credentialId, ApiRefusals.ApiCredentialNotFound);
            if (revoked.Ok && revoked.Value is { } credential)
            {
                write.History(HistorySubject.ApiAccess, credential.Id, "api.revoke-credential", ("username", credential.Username));
            }

            return revoked.Refusal is { } no ? no : Outcome.Done;
        }, stop);
}
