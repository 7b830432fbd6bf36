using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts;

/// <summary>A user's own name; what was done before stays in the history under the old one.</summary>
public sealed class ChangeName(WriteTransaction writes)
{
    /// <summary>Refuses <c>user.name</c>, <c>user.not-found</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, string name, CancellationToken stop) =>
        writes.RunAsync(actor, new AuditedAction(HistorySubject.User, "user.change-name"), async write =>
        {
            if (CreateUser.WhyNotName(name) is { } no)
            {
                return no;
            }

            if (await write.Db.Set<User>().VisibleTo(actor).SingleOrDefaultAsync(u => u.Id == actor.UserId, write.Stop) is not { } user)
            {
                return UserRefusals.UserNotFound;
            }

            var before = user.Name;
            user.Name = PlainText.Line(name);
            if (user.Name != before)
            {
                write.History(
                    HistorySubject.User, user.Id, "user.change-name", ("email", user.Email!), ("name", user.Name), ("before", before));
            }

            return Outcome.Done;
        }, stop);
}
