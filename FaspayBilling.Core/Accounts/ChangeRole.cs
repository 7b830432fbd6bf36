using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Accounts;

/// <summary>Gives a user another role; the user signs in again to use it.</summary>
public sealed class ChangeRole(WriteTransaction writes)
{
    /// <summary>Refuses <c>session.prove</c>, <c>not-allowed</c>, <c>user.not-found</c>, <c>user.last-admin</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long userId, Role role, CancellationToken stop) =>
        writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.User, "user.change-role", ("role", Value.Term(role))), async write =>
        {
            var found = await write.UserAsync(userId);
            if (!found.Ok)
            {
                return found;
            }

            var user = found.Value;
            if (user.Role == role)
            {
                return Outcome.Done;
            }

            if (await write.WhyNotWithoutAsync(user) is { } last)
            {
                return last;
            }

            write.History(
                HistorySubject.User,
                user.Id,
                "user.change-role",
                ("email", user.Email!),
                ("role", Value.Term(role)),
                ("before", Value.Term(user.Role)));
            user.Role = role;
            await write.EndRightsAsync(user);
            return Outcome.Done;
        }, stop);
}
