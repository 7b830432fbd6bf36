using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Api;
using FaspayBilling.Core.Domain.History;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.ApiAccess;

/// <summary>Ends a representation at once.</summary>
public sealed class RevokeRepresentation(WriteTransaction writes)
{
    /// <remarks>Refusals: <c>not-allowed</c>, <c>representation.not-found</c>. One that is revoked already stays as it is.</remarks>
    public Task<Outcome> HandleAsync(Actor actor, long representationId, CancellationToken stop) =>
        writes.RunAsync(actor, new Attempt(HistorySubject.ApiAccess, "Revoke a representation"), async write =>
        {
            write.About = representationId;
            if (actor.WhyNot(Role.Admin) is { } no)
            {
                return no;
            }

            var granted = await write.Db.Set<Representation>().VisibleTo(actor).SingleOrDefaultAsync(r => r.Id == representationId, write.Stop);
            if (granted is null)
            {
                return Refusals.RepresentationNotFound;
            }

            if (granted.RevokedAt is null)
            {
                var clientId = await write.Db.Set<ApiClient>().Where(c => c.Id == granted.ApiClientId).Select(c => c.ClientId).SingleAsync(write.Stop);
                granted.RevokedAt = write.Now;
                write.History(HistorySubject.ApiAccess, granted.Id, $"Revoked the representation by {clientId}");
            }

            return Outcome.Done;
        }, stop);
}
