using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Accounts.SignIn;

/// <summary>Notes a sign-in that failed in the security history of the merchant whose user was tried.</summary>
public sealed class RecordSignIn(WriteTransaction writes)
{
    internal const string Wrong = "session.refuse:password";
    internal const string Locked = "session.refuse:locked";
    internal const string WrongAgain = "session.refuse:again";
    internal const string WrongCode = "session.refuse:code";
    private const string Half = "session.half";

    /// <summary>What of it was refused.</summary>
    internal static readonly string[] Refused = [Wrong, Locked, WrongAgain, WrongCode];

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

    /// <summary>The right password of a user who is asked for a second step: whoever has it and stops there is seen.</summary>
    public Task<Outcome> HalfAsync(User user, ClientOrigin from, CancellationToken stop) =>
        WriteAsync(new Actor(user.MerchantId, null, user.Name, user.Role) { From = from }, user, Half, stop);

    /// <summary>A wrong password of somebody who is signed in.</summary>
    public Task<Outcome> WrongAgainAsync(Actor actor, User user, CancellationToken stop) => WriteAsync(actor, user, WrongAgain, stop);

    /// <summary>Within the write that would have taken the right code.</summary>
    internal static void NoteWrongCode(WriteContext write, User user) =>
        write.History(HistorySubject.Session, user.Id, WrongCode, ("email", user.Email!));

    private Task<Outcome> WriteAsync(Actor actor, User user, string action, CancellationToken stop) =>
        writes.RunAsync(actor, new AuditedAction(HistorySubject.Session, action), write =>
        {
            write.History(HistorySubject.Session, user.Id, action, ("email", user.Email!));
            return Task.FromResult(Outcome.Done);
        }, stop);
}
