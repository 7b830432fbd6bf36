using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Reset;

/// <summary>Mails a reset link to somebody who forgot the password.</summary>
public sealed class RequestReset(IDbContextFactory<BillingDb> dbs, WriteTransaction writes, AttemptGuard guard, ResetLinks links)
{
    private const int MostAlive = 3;

    /// <summary>
    /// Answers the same whether somebody has the address or not: no mail goes to an unknown one, to a locked user, to one with three
    /// links that are still good, or while the account or the network asked too often. Refuses <c>user.email</c>.
    /// </summary>
    public async Task<Outcome> HandleAsync(string email, string network, ClientOrigin from, CancellationToken stop)
    {
        if (CreateUser.WhyNotEmail(email) is { } wrong)
        {
            return wrong;
        }

        var wait = await guard.TakeAsync(new Attempt(Attempt.Reset, email, network, KnownBrowser: null), stop);
        var user = await FindAsync(email, stop);
        var mailed = wait == TimeSpan.Zero ? user : null;
        var link = links.New();
        var actor = user is null ? Actor.System(0) : new Actor(user.MerchantId, null, user.Name, user.Role) { From = from };
        return await writes.RunAsync(actor, new AuditedAction(HistorySubject.User, "user.ask-reset"), async write =>
        {
            if (mailed is not null && await AliveAsync(write, mailed) < MostAlive)
            {
                await links.MailAsync(write, mailed, link);
                write.History(HistorySubject.User, mailed.Id, "user.ask-reset", ("email", mailed.Email!));
            }
            else
            {
                await AttemptGuard.WriteNothingAsync(write);
            }

            return Outcome.Done;
        }, stop);
    }

    // Links that were asked for earlier stay good: nobody else's asking ends the one that the user is about to open.
    private static Task<int> AliveAsync(WriteContext write, User user) =>
        write.Db.Set<PasswordReset>().CountAsync(
            r => r.UserId == user.Id && r.UsedAt == null && r.ExpiresAt > write.Now, write.Stop);

    private async Task<User?> FindAsync(string email, CancellationToken stop)
    {
        var normalized = EmailAddress.Normalized(email);
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Set<User>().AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normalized && u.LockedAt == null, stop);
    }
}
