using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>
/// An Admin takes away authenticator app, recovery codes and passkeys of a user who lost them; the password stays, every session ends.
/// </summary>
public sealed class ResetSecondFactor(WriteTransaction writes, SignInNotice notice)
{
    private const string Action = "user.second-factor-reset";

    /// <summary>
    /// Refuses <c>session.prove</c>, <c>not-allowed</c>, <c>user.not-found</c>, <c>user.second-factor-none</c> when there is nothing to
    /// take away.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, long userId, CancellationToken stop) =>
        writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.User, Action), async write =>
        {
            var found = await write.UserAsync(userId);
            if (!found.Ok)
            {
                return found;
            }

            var user = found.Value;
            if (!user.TwoFactorEnabled && !await write.Db.HasPasskeyAsync(user.Id, write.Stop))
            {
                return UserRefusals.SecondFactorNone;
            }

            await write.RemoveFactorsAsync(user);
            await AttemptGuard.ForgetAsync(write, Attempt.Code, user.Email!);
            await write.EndSessionsAsync(user);
            write.History(HistorySubject.User, user.Id, Action, ("email", user.Email!));
            await notice.AddAsync(write, user, SignInChange.FactorReset);
            return Outcome.Done;
        }, stop);
}
