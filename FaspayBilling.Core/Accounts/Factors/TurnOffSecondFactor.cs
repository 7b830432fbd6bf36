using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>A user's own authenticator app and recovery codes are asked for no longer; other sessions of the user end.</summary>
public sealed class TurnOffSecondFactor(WriteTransaction writes, SignInNotice notice)
{
    private const string Action = "user.second-factor-off";

    /// <summary>
    /// Refuses <c>session.prove</c>, <c>user.not-found</c>, <c>user.second-factor-none</c>, and <c>user.second-factor-required</c> when the
    /// merchant asks for one and the user has no passkey.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, CancellationToken stop) =>
        writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.User, Action), async write =>
        {
            var found = await write.ActingUserAsync();
            if (!found.Ok)
            {
                return found;
            }

            var user = found.Value;
            if (!user.TwoFactorEnabled)
            {
                return UserRefusals.SecondFactorNone;
            }

            if (await write.Db.NeedsFactorAsync(user, write.Stop) && !await write.Db.HasPasskeyAsync(user.Id, write.Stop))
            {
                return UserRefusals.SecondFactorRequired;
            }

            await write.RemoveAuthenticatorAsync(user);
            await write.EndOtherSessionsAsync(user);
            write.History(HistorySubject.User, user.Id, Action, ("email", user.Email!));
            await notice.AddAsync(write, user, SignInChange.FactorOff);
            return Outcome.Done;
        }, stop);
}
