using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Accounts;

/// <summary>
/// Removes a user for good: sessions end, the address can be invited again. What the user did stays in the history under the name.
/// </summary>
public sealed class RemoveUser(WriteTransaction writes)
{
    /// <summary>
    /// Refuses <c>session.prove</c>, <c>not-allowed</c>, <c>user.not-found</c>, <c>user.self</c> (whoever wants to leave asks another
    /// Admin), <c>user.last-admin</c>.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, long userId, CancellationToken stop) =>
        writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.User, "user.remove"), async write =>
        {
            var found = await write.UserAsync(userId);
            if (!found.Ok)
            {
                return found;
            }

            var user = found.Value;
            if (user.Id == actor.UserId)
            {
                return UserRefusals.UserSelf;
            }

            if (await write.WhyNotWithoutAsync(user) is { } last)
            {
                return last;
            }

            await write.EndRightsAsync(user);
            write.Db.Remove(user);
            write.History(
                HistorySubject.User,
                user.Id,
                "user.remove",
                ("name", user.Name),
                ("email", user.Email!),
                ("role", Value.Term(user.Role)));
            return Outcome.Done;
        }, stop);
}
