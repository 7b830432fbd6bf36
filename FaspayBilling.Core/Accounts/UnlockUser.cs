using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Accounts;

/// <summary>Lets a locked user sign in again; wrong passwords typed before are forgotten.</summary>
public sealed class UnlockUser(WriteTransaction writes)
{
    /// <summary>Refuses <c>session.prove</c>, <c>not-allowed</c>, <c>user.not-found</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long userId, CancellationToken stop) =>
        writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.User, "user.unlock"), async write =>
        {
            var found = await write.UserAsync(userId);
            if (!found.Ok)
            {
                return found;
            }

            var user = found.Value;
            write.History(HistorySubject.User, user.Id, "user.unlock", ("email", user.Email!));
            user.LockedAt = null;
            await AttemptGuard.ForgetAsync(write, Attempt.SignIn, user.Email!);
            user.ConcurrencyStamp = SecurityStamp.New();
            return Outcome.Done;
        }, stop);
}
