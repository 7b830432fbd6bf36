using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Reset;

/// <summary>For the command <c>reset-admin</c>: lets an Admin in who lost everything, by who can run the program on its machine.</summary>
public sealed class OfferReset(IDbContextFactory<BillingDb> dbs, WriteTransaction writes, ResetLinks links, SignInNotice notice)
{
    /// <summary>
    /// An absolute link for the Admin of that address, good once and for an hour; a lock is taken away, the old password, second factor,
    /// passkeys and every session end. Refuses <c>user.not-found</c> for an address that no Admin has.
    /// </summary>
    public async Task<Outcome<string>> HandleAsync(string email, CancellationToken stop)
    {
        var normalized = EmailAddress.Normalized(email);
        await using var db = await dbs.CreateDbContextAsync(stop);
        var merchant = await db.Set<User>()
            .Where(u => u.NormalizedEmail == normalized && u.Role == Role.Admin)
            .Select(u => (long?)u.MerchantId)
            .SingleOrDefaultAsync(stop);
        if (merchant is null)
        {
            return UserRefusals.UserNotFound;
        }

        var link = links.New();
        return await writes.RunAsync<string>(
            Actor.System(merchant.Value),
            new AuditedAction(HistorySubject.User, "user.reset-admin"),
            async write =>
            {
                if (await write.Db.Set<User>().SingleOrDefaultAsync(
                    u => u.NormalizedEmail == normalized && u.Role == Role.Admin, write.Stop) is not { } user)
                {
                    return UserRefusals.UserNotFound;
                }

                // Whoever made it necessary may know the old password, or have added a passkey: nothing but the link opens the account.
                user.LockedAt = null;
                user.PasswordHash = null;
                await write.RemoveFactorsAsync(user);
                await write.EndSessionsAsync(user);
                write.History(HistorySubject.User, user.Id, "user.reset-admin", ("email", user.Email!));
                await notice.AddAsync(write, user, SignInChange.ResetByCommand);
                ResetLinks.Add(write, user, link);
                return link.Address;
            },
            stop);
    }
}
