using System.Globalization;
using FaspayBilling.Core.Accounts.Passwords;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Accounts;

/// <summary>A user's own new password; ends every session of that user.</summary>
public sealed class ChangePassword(
    IServiceScopeFactory scopes, IDbContextFactory<BillingDb> dbs, WriteTransaction writes, AttemptGuard guard, CreateUser users)
{
    /// <summary>Refuses <c>user.current-password</c> (wrong, or too often wrong), <c>user.password</c>, <c>user.not-found</c>.</summary>
    public async Task<Outcome> HandleAsync(Actor actor, string current, string password, CancellationToken stop)
    {
        if (await WhyNotAsync(actor, current, stop) is { } wrong)
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

    // Wrong guesses count here too: an open page is no way around the waits of the sign-in.
    private async Task<Refusal?> WhyNotAsync(Actor actor, string current, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = await store.FindByIdAsync(actor.UserId?.ToString(CultureInfo.InvariantCulture) ?? "0");
        if (user is null || user.MerchantId != actor.MerchantId || user.LockedAt is not null)
        {
            return UserRefusals.UserNotFound;
        }

        var session = FormattableString.Invariant($"session {actor.SessionId}");
        var attempt = new Attempt(Attempt.Password, user.Email!, Network: "", session);
        if (await guard.TakeAsync(attempt, stop) > TimeSpan.Zero)
        {
            return UserRefusals.UserCurrentPasswordRests;
        }

        if (!await store.CheckPasswordAsync(user, current))
        {
            return UserRefusals.UserCurrentPassword;
        }

        await guard.ForgiveAsync(attempt, stop);
        return null;
    }
}
