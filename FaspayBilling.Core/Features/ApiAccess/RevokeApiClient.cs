using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.ApiAccess;

/// <summary>Ends an API client: no new token, and those it holds stop working at once.</summary>
public sealed class RevokeApiClient(WriteTransaction writes)
{
    /// <summary>One that is revoked already stays as it is. Refuses <c>not-allowed</c>, <c>api-client.not-found</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long clientId, CancellationToken stop) =>
        writes.RunAsync(actor, new AuditedAction(HistorySubject.ApiAccess, "api.revoke-client"), async write =>
        {
            write.About = clientId;
            if (actor.WhyNot(Role.Admin) is { } no)
            {
                return no;
            }

            var client = await write.Db.Set<ApiClient>().VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == clientId, write.Stop);
            if (client is null)
            {
                return ApiRefusals.ApiClientNotFound;
            }

            if (client.RevokedAt is null)
            {
                client.RevokedAt = write.Now;
                write.History(
                    HistorySubject.ApiAccess, client.Id, "api.revoke-client", ("name", client.Name), ("client", client.ClientId));
            }

            return Outcome.Done;
        }, stop);
}
