using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Accounts;

/// <summary>Locks a user out: no sign-in any more, and open pages end within seconds.</summary>
public sealed class LockUser(WriteTransaction writes)
{
    /// <summary>Refuses <c>session.prove</c>, <c>not-allowed</c>, <c>user.not-found</c>, <c>user.last-admin</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long userId, CancellationToken stop) =>
        writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.User, "user.lock"), async write =>
        {
            var found = await write.UserAsync(userId);
            if (!found.Ok)
            {
                return found;
            }

            var user = found.Value;
            if (user.LockedAt is not null)
            {
                return Outcome.Done;
            }

            if (await write.WhyNotWithoutAsync(user) is { } last)
            {
                return last;
            }

            write.History(HistorySubject.User, user.Id, "user.lock", ("email", user.Email!));
            user.LockedAt = write.Now;
            await write.EndRightsAsync(user);
            return Outcome.Done;
        }, stop);
}
