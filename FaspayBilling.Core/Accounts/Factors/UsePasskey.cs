using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>Notes that a passkey was used: its counter, by which a copy of it would be found out.</summary>
public sealed class UsePasskey(WriteTransaction writes)
{
    internal static readonly AuditedAction Using = new(HistorySubject.Session, "session.passkey");

    /// <summary>Refuses <c>passkey.not-found</c> when it was removed meanwhile.</summary>
    public Task<Outcome> HandleAsync(User user, UserPasskeyInfo passkey, CancellationToken stop) =>
        writes.RunAsync(
            new Actor(user.MerchantId, null, user.Name, user.Role),
            Using,
            async write => await NoteAsync(write, user, passkey) is { } no ? no : Outcome.Done,
            stop);

    internal static async Task<Refusal?> NoteAsync(WriteContext write, User user, UserPasskeyInfo passkey)
    {
        using var store = new UserOnlyStore<User, BillingDb, long>(write.Db) { AutoSaveChanges = false };
        if (await store.FindPasskeyAsync(user, passkey.CredentialId, write.Stop) is null)
        {
            return UserRefusals.PasskeyNotFound;
        }

        await store.AddOrUpdatePasskeyAsync(user, passkey, write.Stop);
        return null;
    }
}
