using FaspayBilling.Core.Accounts.Passwords;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>
/// Somebody who is signed in gives the password or a passkey again, before what a stranger at an open page must not do. It holds for this
/// session alone, for <see cref="UserSession.ProofHolds"/>.
/// </summary>
public sealed class ProveAgain(WriteTransaction writes, CurrentPassword passwords)
{
    /// <summary>Refuses <c>user.current-password</c> (wrong, or too often wrong), <c>user.not-found</c>.</summary>
    public async Task<Outcome> HandleAsync(Actor actor, string password, CancellationToken stop) =>
        await passwords.WhyNotAsync(actor, password, stop) is { } no
            ? no
            : await WriteAsync(actor, "session.proved", _ => NothingAsync(), stop);

    /// <summary>
    /// By a passkey that Identity has found good. Refuses <c>passkey.not-found</c> for one of somebody else.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, User user, UserPasskeyInfo passkey, CancellationToken stop) =>
        WriteAsync(
            actor,
            "session.proved:passkey",
            async write => user.Id == actor.UserId
                ? await UsePasskey.NoteAsync(write, user, passkey)
                : UserRefusals.PasskeyNotFound,
            stop);

    private static Task<Refusal?> NothingAsync() => Task.FromResult<Refusal?>(null);

    private Task<Outcome> WriteAsync(Actor actor, string action, Func<WriteContext, Task<Refusal?>> more, CancellationToken stop) =>
        writes.RunAsync(actor, new AuditedAction(HistorySubject.Session, action), async write =>
        {
            if (await more(write) is { } no)
            {
                return no;
            }

            await write.Db.Set<UserSession>()
                .Where(s => s.Id == actor.SessionId && s.UserId == actor.UserId)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.ProvedAt, write.Now), write.Stop);
            write.History(HistorySubject.Session, actor.UserId, action);
            return Outcome.Done;
        }, stop);
}
