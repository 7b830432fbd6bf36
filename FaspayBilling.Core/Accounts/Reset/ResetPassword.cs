using FaspayBilling.Core.Accounts.Passwords;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Reset;

/// <summary>Sets a new password by a reset link, and ends every session of the user.</summary>
public sealed class ResetPassword(
    IDbContextFactory<BillingDb> dbs, WriteTransaction writes, CreateUser users, SignInNotice notice, TimeProvider clock)
{
    /// <summary>Whose link it is: the e-mail address. Refuses <c>user.link</c> when it was used, is over or was never given.</summary>
    public async Task<Outcome<string>> ReadAsync(string link, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await Good(db, link, clock.Now()).Select(u => u.Email).SingleOrDefaultAsync(stop) is { } email
            ? email
            : UserRefusals.LinkInvalid;
    }

    /// <summary>Refuses <c>user.link</c>, <c>user.password</c>.</summary>
    public async Task<Outcome> HandleAsync(string link, string password, ClientOrigin from, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await Good(db, link, clock.Now()).AsNoTracking().SingleOrDefaultAsync(stop) is not { } found)
        {
            return UserRefusals.LinkInvalid;
        }

        var owner = await db.PasswordOwnerAsync(new Actor(found.MerchantId, found.Id, found.Name, found.Role), stop);
        if (PasswordRule.WhyNot(password, owner! with { Old = users.IsHashOf(found, password) ? password : null }) is { } weak)
        {
            return weak;
        }

        var hash = users.Hash(password);
        var actor = new Actor(found.MerchantId, null, found.Name, found.Role) { From = from };
        return await writes.RunAsync(actor, new AuditedAction(HistorySubject.User, "user.reset-password"), async write =>
        {
            if (await Good(write.Db, link, write.Now).SingleOrDefaultAsync(write.Stop) is not { } user)
            {
                return UserRefusals.LinkInvalid;
            }

            user.PasswordHash = hash;
            await write.Db.Set<PasswordReset>()
                .Where(r => r.UserId == user.Id && r.UsedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.UsedAt, write.Now), write.Stop);
            await AttemptGuard.ForgetAsync(write, Attempt.SignIn, user.Email!);
            await write.EndSessionsAsync(user);
            write.History(HistorySubject.User, user.Id, "user.reset-password", ("email", user.Email!));
            await notice.AddAsync(write, user, SignInChange.PasswordReset);
            return Outcome.Done;
        }, stop);
    }

    private static IQueryable<User> Good(BillingDb db, string link, DateTime now)
    {
        var hash = LinkSecret.Hash(link);
        return from r in db.Set<PasswordReset>()
               join u in db.Set<User>() on r.UserId equals u.Id
               where r.SecretHash == hash && r.UsedAt == null && r.ExpiresAt > now && u.LockedAt == null
               select u;
    }
}
