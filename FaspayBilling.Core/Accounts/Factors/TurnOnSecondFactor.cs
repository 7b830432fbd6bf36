using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>
/// A user's sign-in asks for a code of an authenticator app from now on; shown to work before it counts. Other sessions of the user end.
/// </summary>
public sealed class TurnOnSecondFactor(
    IDbContextFactory<BillingDb> dbs, WriteTransaction writes, AuthenticatorCodes codes, RecoveryCodes recovery, SignInNotice notice)
{
    private const string Action = "user.second-factor-on";

    /// <summary>
    /// For a user who is signed in; answers the recovery codes, which nobody can read again. An app that was set up before stops working.
    /// Refuses <c>session.prove</c>, <c>user.code</c>, <c>user.not-found</c>.
    /// </summary>
    /// <param name="actor">Whose second factor.</param>
    /// <param name="key">The key that the app was given.</param>
    /// <param name="code">What the app shows.</param>
    /// <param name="stop">Cancellation token.</param>
    public async Task<Outcome<IReadOnlyList<string>>> HandleAsync(Actor actor, string key, string code, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Set<User>().AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(u => u.Id == actor.UserId, stop) is { } user
            ? await TurnOnAsync(actor, AuditedAction.Sensitive(HistorySubject.User, Action), user, key, code, again: true, stop)
            : UserRefusals.UserNotFound;
    }

    /// <summary>
    /// For a user who has given the right password, and whose merchant asks for a second factor that the user does not have yet. Refuses
    /// <c>user.code</c>, <c>user.not-found</c> when the user has one, or was changed meanwhile.
    /// </summary>
    public Task<Outcome<IReadOnlyList<string>>> HandleAsync(
        User user, ClientOrigin from, string key, string code, CancellationToken stop) =>
        TurnOnAsync(
            new Actor(user.MerchantId, null, user.Name, user.Role) { From = from },
            new AuditedAction(HistorySubject.User, Action),
            user,
            key,
            code,
            again: false,
            stop);

    private async Task<Outcome<IReadOnlyList<string>>> TurnOnAsync(
        Actor actor, AuditedAction attempt, User asked, string key, string code, bool again, CancellationToken stop)
    {
        if (!await codes.IsRightAsync(asked, key, code, stop))
        {
            return UserRefusals.UserCodeWrong;
        }

        // Before what takes long, and again under the lock.
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (!again && await db.NextStepAsync(asked, stop) != NextStep.SetUp)
        {
            return UserRefusals.UserNotFound;
        }

        var (shown, rows) = recovery.Make(asked.Id);
        var kept = codes.Keep(key);
        return await writes.RunAsync<IReadOnlyList<string>>(actor, attempt, async write =>
        {
            write.About = asked.Id;
            if (await write.Db.Set<User>().SingleOrDefaultAsync(
                u => u.Id == asked.Id && u.SecurityStamp == asked.SecurityStamp && u.LockedAt == null, write.Stop) is not { } user
                || (!again && await write.Db.NextStepAsync(user, write.Stop) != NextStep.SetUp))
            {
                return UserRefusals.UserNotFound;
            }

            await write.RemoveAuthenticatorAsync(user);
            using var store = new UserOnlyStore<User, BillingDb, long>(write.Db) { AutoSaveChanges = false };
            await store.SetAuthenticatorKeyAsync(user, kept, write.Stop);
            user.TwoFactorEnabled = true;
            write.Db.AddRange(rows);
            write.Db.Add(new UsedCode { UserId = user.Id, Code = AuthenticatorCodes.Plain(code)!, At = write.Now });
            await write.EndOtherSessionsAsync(user);
            write.History(HistorySubject.User, user.Id, Action, ("email", user.Email!));
            await notice.AddAsync(write, user, SignInChange.FactorOn);
            return Outcome<IReadOnlyList<string>>.With(shown);
        }, stop);
    }
}
