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
        writes.RunAsync(actor, new AuditedAction(HistorySubject.ApiAccess, "api.revoke-grant"), async write =>
        {
            write.About = representationId;
            if (actor.WhyNot(Role.Admin) is { } no)
            {
                return no;
            }

            var granted = await write.Db.Set<Representation>()
                .VisibleTo(actor)
                .SingleOrDefaultAsync(r => r.Id == representationId, write.Stop);
            if (granted is null)
            {
                return ApiRefusals.RepresentationNotFound;
            }

            if (granted.RevokedAt is null)
            {
                var clientId = await write.Db.Set<ApiClient>()
                    .Where(c => c.Id == granted.ApiClientId)
                    .Select(c => c.ClientId)
                    .SingleAsync(write.Stop);
                granted.RevokedAt = write.Now;
                write.History(HistorySubject.ApiAccess, granted.Id, "api.revoke-grant", ("client", clientId));
            }

            return Outcome.Done;
        }, stop);
}
