using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>The second step of a sign-in: a code of the authenticator app, or a recovery code. Each is taken once.</summary>
public sealed class CheckSecondFactor(
    WriteTransaction writes, AttemptGuard guard, AuthenticatorCodes codes, RecoveryCodes recovery, SignInNotice notice)
{
    /// <summary>By what it was proved. Refuses <c>user.code</c> (wrong, used before, or too often wrong).</summary>
    /// <param name="user">Who has given the right password.</param>
    /// <param name="attempt">Is counted as <see cref="Attempt.Code"/>: wrong codes wait as wrong passwords do.</param>
    /// <param name="typed">With or without blanks and hyphens.</param>
    /// <param name="from">The client.</param>
    /// <param name="stop">Cancellation token.</param>
    public async Task<Outcome<SignInMethod>> HandleAsync(
        User user, Attempt attempt, string typed, ClientOrigin from, CancellationToken stop)
    {
        if (await guard.TakeAsync(attempt, stop) > TimeSpan.Zero)
        {
            return UserRefusals.UserCodeRests;
        }

        var actor = new Actor(user.MerchantId, null, user.Name, user.Role) { From = from };
        var taken = RecoveryCodes.Looks(typed)
            ? await TakeRecoveryAsync(actor, user, typed, stop)
            : await TakeCodeAsync(actor, user, typed, stop);
        if (taken.Ok)
        {
            await guard.ForgiveAsync(attempt, stop);
        }

        return taken;
    }

    private async Task<Outcome<SignInMethod>> TakeCodeAsync(Actor actor, User user, string typed, CancellationToken stop)
    {
        var right = await codes.IsRightAsync(user, key: null, typed, stop);
        var code = AuthenticatorCodes.Plain(typed);
        return await WriteAsync(actor, user, async write =>
        {
            if (!right || code is null)
            {
                return null;
            }

            var old = write.Now - UsedCode.Kept;
            await write.Db.Set<UsedCode>().Where(c => c.UserId == user.Id && c.At < old).ExecuteDeleteAsync(write.Stop);
            if (await write.Db.Set<UsedCode>().AnyAsync(c => c.UserId == user.Id && c.Code == code, write.Stop))
            {
                return null;
            }

            write.Db.Add(new UsedCode { UserId = user.Id, Code = code, At = write.Now });
            return SignInMethod.Code;
        }, stop);
    }

    private async Task<Outcome<SignInMethod>> TakeRecoveryAsync(Actor actor, User user, string typed, CancellationToken stop)
    {
        var found = await recovery.FindAsync(user.Id, typed, stop);
        return await WriteAsync(actor, user, async write =>
        {
            if (found is null
                || await write.Db.Set<RecoveryCode>()
                    .Where(c => c.Id == found.Id && c.UsedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, write.Now), write.Stop) == 0)
            {
                return null;
            }

            var left = await write.Db.Set<RecoveryCode>().CountAsync(c => c.UserId == user.Id && c.UsedAt == null, write.Stop);
            write.History(HistorySubject.User, user.Id, "user.recovery-code", ("email", user.Email!), ("left", left));
            await notice.AddAsync(write, user, SignInChange.RecoveryCodeUsed);
            return SignInMethod.Recovery;
        }, stop);
    }

    // A wrong one is recorded in the same write that would have taken the right one.
    private async Task<Outcome<SignInMethod>> WriteAsync(
        Actor actor, User user, Func<WriteContext, Task<SignInMethod?>> take, CancellationToken stop)
    {
        SignInMethod? taken = null;
        var written = await writes.RunAsync(actor, new AuditedAction(HistorySubject.Session, RecordSignIn.WrongCode), async write =>
        {
            taken = await take(write);
            if (taken is null)
            {
                RecordSignIn.NoteWrongCode(write, user);
            }

            return Outcome.Done;
        }, stop);
        return written.Ok && taken is { } method ? method : UserRefusals.UserCodeWrong;
    }
}
