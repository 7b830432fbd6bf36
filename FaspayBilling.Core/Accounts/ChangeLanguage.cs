using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts;

/// <summary>A user's own language of screens and mails.</summary>
public sealed class ChangeLanguage(WriteTransaction writes)
{
    /// <summary>Refuses <c>user.not-found</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, Language language, CancellationToken stop) =>
        writes.RunAsync(actor, new AuditedAction(HistorySubject.User, "user.change-language"), async write =>
        {
            if (await write.Db.Set<User>().VisibleTo(actor).SingleOrDefaultAsync(u => u.Id == actor.UserId, write.Stop) is not { } user)
            {
                return UserRefusals.UserNotFound;
            }

            user.Language = language;
            return Outcome.Done;
        }, stop);
}
