using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Accounts.SignIn;

/// <summary>Notes a sign-in that failed in the security history of the merchant whose user was tried.</summary>
public sealed class RecordSignIn(WriteTransaction writes)
{
    internal const string Wrong = "session.refuse:password";
    internal const string Locked = "session.refuse:locked";

    /// <summary>
    /// The wrong password, or the right one of a locked user. For an address that no user has as much work is done without a row, so that
    /// the time tells nothing.
    /// </summary>
    public Task<Outcome> HandleAsync(User? user, ClientOrigin from, CancellationToken stop)
    {
        var actor = user is null ? Actor.System(0) : new Actor(user.MerchantId, null, user.Name, user.Role) { From = from };
        return writes.RunAsync(actor, new AuditedAction(HistorySubject.Session, Wrong), async write =>
        {
            if (user is not null)
            {
                write.History(
                    HistorySubject.Session,
                    user.Id,
                    user.LockedAt is null ? Wrong : Locked,
                    ("email", user.Email!));
            }
            else
            {
                await AttemptGuard.WriteNothingAsync(write);
            }

            return Outcome.Done;
        }, stop);
    }
}
