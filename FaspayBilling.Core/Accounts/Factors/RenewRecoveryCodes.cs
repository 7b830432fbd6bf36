using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>Ten new recovery codes in the place of those that a user had.</summary>
public sealed class RenewRecoveryCodes(
    IDbContextFactory<BillingDb> dbs, WriteTransaction writes, RecoveryCodes recovery, SignInNotice notice)
{
    private const string Action = "user.recovery-codes";

    /// <summary>
    /// Answers the codes, which nobody can read again. Refuses <c>session.prove</c>, <c>user.not-found</c>,
    /// <c>user.second-factor-none</c>.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<string>>> HandleAsync(Actor actor, CancellationToken stop)
    {
        // Before what takes long, and again under the lock.
        await using var db = await dbs.CreateDbContextAsync(stop);
        var on = await db.Set<User>().VisibleTo(actor).Where(u => u.Id == actor.UserId).Select(u => (bool?)u.TwoFactorEnabled)
            .SingleOrDefaultAsync(stop);
        if (on is not true)
        {
            return on is null ? UserRefusals.UserNotFound : UserRefusals.SecondFactorNone;
        }

        var (shown, rows) = recovery.Make(actor.UserId ?? 0);
        return await writes.RunAsync<IReadOnlyList<string>>(actor, AuditedAction.Sensitive(HistorySubject.User, Action), async write =>
        {
            var found = await write.ActingUserAsync();
            if (!found.Ok)
            {
                return Outcome<IReadOnlyList<string>>.Refused(found.Refusals);
            }

            if (!found.Value.TwoFactorEnabled)
            {
                return UserRefusals.SecondFactorNone;
            }

            await RecoveryCodes.ReplaceAsync(write, found.Value.Id, rows);
            write.History(HistorySubject.User, found.Value.Id, Action, ("email", found.Value.Email!));
            await notice.AddAsync(write, found.Value, SignInChange.RecoveryCodesRenewed);
            return Outcome<IReadOnlyList<string>>.With(shown);
        }, stop);
    }
}
