using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.ApiAccess;

/// <summary>Ends a representation at once.</summary>
public sealed class RevokeRepresentation(WriteTransaction writes)
{
    /// <summary>One that is revoked already stays as it is. Refuses <c>not-allowed</c>, <c>representation.not-found</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long representationId, CancellationToken stop) =>
        writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.ApiAccess, "api.revoke-grant"), async write =>
        {
            var revoked = await write.RevokeAsync<Representation>(representationId, ApiRefusals.RepresentationNotFound);
            if (revoked.Ok && revoked.Value is { } granted)
            {
                var clientId = await write.Db.Set<ApiClient>()
                    .Where(c => c.Id == granted.ApiClientId)
                    .Select(c => c.ClientId)
                    .SingleAsync(write.Stop);
                write.History(HistorySubject.ApiAccess, granted.Id, "api.revoke-grant", ("client", clientId));
            }

            return revoked.Refusal is { } no ? no : Outcome.Done;
        }, stop);
}
