using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.ApiAccess;

/// <summary>Ends a billing credential: its signature stops working at once.</summary>
public sealed class RevokeBillingCredential(WriteTransaction writes)
{
    /// <summary>One that is revoked already stays as it is. Refuses <c>not-allowed</c>, <c>api-credential.not-found</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long credentialId, CancellationToken stop) =>
        writes.RunAsync(actor, new AuditedAction(HistorySubject.ApiAccess, "api.revoke-credential"), async write =>
        {
            write.About = credentialId;
            if (actor.WhyNot(Role.Admin) is { } no)
            {
                return no;
            }

            var credential = await write.Db.Set<BillingCredential>()
                .VisibleTo(actor)
                .SingleOrDefaultAsync(c => c.Id == credentialId, write.Stop);
            if (credential is null)
            {
                return ApiRefusals.ApiCredentialNotFound;
            }

            if (credential.RevokedAt is null)
            {
                credential.RevokedAt = write.Now;
                write.History(HistorySubject.ApiAccess, credential.Id, "api.revoke-credential", ("username", credential.Username));
            }

            return Outcome.Done;
        }, stop);
}
