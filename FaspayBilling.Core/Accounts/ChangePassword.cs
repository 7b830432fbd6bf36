using FaspayBilling.Core.Accounts.Passwords;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts;

/// <summary>A user's own new password; ends every session of that user.</summary>
public sealed class ChangePassword(
    IDbContextFactory<BillingDb> dbs, WriteTransaction writes, CurrentPassword passwords, CreateUser users, SignInNotice notice)
{
    /// <summary>Refuses <c>user.current-password</c> (wrong, or too often wrong), <c>user.password</c>, <c>user.not-found</c>.</summary>
    public async Task<Outcome> HandleAsync(Actor actor, string current, string password, CancellationToken stop)
    {
        if (await passwords.WhyNotAsync(actor, current, stop) is { } wrong)
        {
            return wrong;
        }

        if (await WhyNotAsync(actor, current, password, stop) is { } weak)
        {
            return weak;
        }

        var hash = users.Hash(password);
        return await writes.RunAsync(actor, new AuditedAction(HistorySubject.User, "user.change-password"), async write =>
        {
            if (await write.Db.Set<User>().VisibleTo(actor).SingleOrDefaultAsync(u => u.Id == actor.UserId, write.Stop) is not { } user)
            {
                return UserRefusals.UserNotFound;
            }

            user.PasswordHash = hash;
            await write.EndSessionsAsync(user);
            write.History(HistorySubject.User, user.Id, "user.change-password", ("email", user.Email!));
            await notice.AddAsync(write, user, SignInChange.PasswordChanged);
            return Outcome.Done;
        }, stop);
    }

    private async Task<Refusal?> WhyNotAsync(Actor actor, string current, string password, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.PasswordOwnerAsync(actor, stop) is { } owner
            ? PasswordRule.WhyNot(password, owner with { Old = current })
            : UserRefusals.UserNotFound;
    }
}
