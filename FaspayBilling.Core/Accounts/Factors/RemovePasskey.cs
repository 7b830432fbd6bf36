using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>
/// A passkey of the user's own opens nothing any more; other sessions of the user end, for one of them may have come by it.
/// </summary>
public sealed class RemovePasskey(WriteTransaction writes, SignInNotice notice)
{
    private const string Action = "user.passkey-remove";

    /// <summary>
    /// Refuses <c>session.prove</c>, <c>user.not-found</c>, <c>passkey.not-found</c>, and <c>user.second-factor-required</c> for the last
    /// one of a user who needs a second factor and has no other.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, string id, CancellationToken stop) =>
        writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.User, Action), async write =>
        {
            var found = await write.ActingUserAsync();
            if (!found.Ok)
            {
                return found;
            }

            var (user, key) = (found.Value, PasskeyRow.KeyOf(id));
            var own = await write.Db.Set<IdentityUserPasskey<long>>().Where(p => p.UserId == user.Id).ToListAsync(write.Stop);
            if (own.Find(p => p.CredentialId.AsSpan().SequenceEqual(key)) is not { } passkey)
            {
                return UserRefusals.PasskeyNotFound;
            }

            if (own.Count == 1 && !user.TwoFactorEnabled && await write.Db.NeedsFactorAsync(user, write.Stop))
            {
                return UserRefusals.SecondFactorRequired;
            }

            write.Db.Remove(passkey);
            await write.EndOtherSessionsAsync(user);
            write.History(HistorySubject.User, user.Id, Action, ("email", user.Email!), ("name", passkey.Data.Name ?? ""));
            await notice.AddAsync(write, user, SignInChange.PasskeyRemoved);
            return Outcome.Done;
        }, stop);
}
