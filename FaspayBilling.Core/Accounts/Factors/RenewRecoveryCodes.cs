using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>Ten new recovery codes in the place of those that a user had.</summary>
public sealed class RenewRecoveryCodes(WriteTransaction writes, RecoveryCodes recovery)
{
    private const string Action = "user.recovery-codes";

    /// <summary>
    /// Answers the codes, which nobody can read again. Refuses <c>session.prove</c>, <c>user.not-found</c>,
    /// <c>user.second-factor-none</c>.
    /// </summary>
    public Task<Outcome<IReadOnlyList<string>>> HandleAsync(Actor actor, CancellationToken stop)
    {
        var (shown, rows) = recovery.Make(actor.UserId ?? 0);
        return writes.RunAsync<IReadOnlyList<string>>(actor, AuditedAction.Sensitive(HistorySubject.User, Action), async write =>
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
            return Outcome<IReadOnlyList<string>>.With(shown);
        }, stop);
    }
}
