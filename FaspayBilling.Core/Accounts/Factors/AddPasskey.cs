using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>Stores a passkey that Identity has found good; from then on it signs its user in.</summary>
public sealed class AddPasskey(WriteTransaction writes, SignInNotice notice)
{
    /// <summary>More nobody has.</summary>
    public const int Most = 10;

    public const int LongestName = 60;

    private const string Action = "user.passkey-add";

    /// <summary>
    /// Refuses <c>session.prove</c>, <c>user.not-found</c>, <c>passkey.name</c>, <c>passkey.many</c>, <c>passkey.known</c>.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, UserPasskeyInfo passkey, string name, CancellationToken stop) =>
        writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.User, Action), async write =>
        {
            var found = await write.ActingUserAsync();
            if (!found.Ok)
            {
                return found;
            }

            passkey.Name = PlainText.Line(name);
            if (passkey.Name.Length is 0 or > LongestName)
            {
                return UserRefusals.PasskeyName;
            }

            var passkeys = write.Db.Set<IdentityUserPasskey<long>>();
            if (await passkeys.CountAsync(p => p.UserId == actor.UserId, write.Stop) >= Most)
            {
                return UserRefusals.PasskeyMany;
            }

            if (await passkeys.AnyAsync(p => p.CredentialId == passkey.CredentialId, write.Stop))
            {
                return UserRefusals.PasskeyKnown;
            }

            using var store = new UserOnlyStore<User, BillingDb, long>(write.Db) { AutoSaveChanges = false };
            await store.AddOrUpdatePasskeyAsync(found.Value, passkey, write.Stop);
            write.History(HistorySubject.User, found.Value.Id, Action, ("email", found.Value.Email!), ("name", passkey.Name));
            await notice.AddAsync(write, found.Value, SignInChange.PasskeyAdded);
            return Outcome.Done;
        }, stop);
}
