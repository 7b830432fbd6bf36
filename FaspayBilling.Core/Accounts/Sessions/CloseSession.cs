using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Sessions;

/// <summary>Ends sessions of the user's own: this one (a sign-out), another one, or all others.</summary>
public sealed class CloseSession(WriteTransaction writes)
{
    /// <summary>
    /// Ends it everywhere within seconds; one that has ended already is fine. Refuses <c>session.not-found</c> and, for
    /// another one, <c>session.prove</c>.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, CancellationToken stop) =>
        writes.RunAsync(actor, Attempt(actor, id), async write =>
        {
            write.About = actor.UserId;
            if (!await write.Db.Set<UserSession>().AnyAsync(s => s.Id == id && s.UserId == actor.UserId, write.Stop))
            {
                return UserRefusals.SessionNotFound;
            }

            if (await write.EndSessionsAsync(actor.UserId!.Value, s => s.Id == id) > 0)
            {
                write.History(HistorySubject.Session, actor.UserId, Attempt(actor, id).Attempt);
            }

            return Outcome.Done;
        }, stop);

    /// <summary>Ends all sessions of the user but the one that asks. Refuses <c>session.prove</c>.</summary>
    public Task<Outcome> HandleOthersAsync(Actor actor, CancellationToken stop) =>
        writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.Session, "session.end-others"), async write =>
        {
            if (await write.EndSessionsAsync(actor.UserId!.Value, s => s.Id != actor.SessionId) > 0)
            {
                write.History(HistorySubject.Session, actor.UserId, "session.end-others");
            }

            return Outcome.Done;
        }, stop);

    private static AuditedAction Attempt(Actor actor, long id) => id == actor.SessionId
        ? new(HistorySubject.Session, "session.sign-out")
        : AuditedAction.Sensitive(HistorySubject.Session, "session.end");
}
