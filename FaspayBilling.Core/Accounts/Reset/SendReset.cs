using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Accounts.Reset;

/// <summary>An Admin sends a user the link to choose a new password; the Admin never sees it.</summary>
public sealed class SendReset(WriteTransaction writes, ResetLinks links)
{
    /// <summary>Refuses <c>session.prove</c>, <c>not-allowed</c>, <c>user.not-found</c>, <c>user.locked</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long userId, CancellationToken stop)
    {
        var link = links.New();
        return writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.User, "user.send-reset"), async write =>
        {
            var found = await write.UserAsync(userId);
            if (!found.Ok)
            {
                return found;
            }

            if (found.Value.LockedAt is not null)
            {
                return UserRefusals.UserLocked;
            }

            await links.MailAsync(write, found.Value, link);
            write.History(HistorySubject.User, userId, "user.send-reset", ("email", found.Value.Email!));
            return Outcome.Done;
        }, stop);
    }
}
