using System.Globalization;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Accounts.Passwords;

/// <summary>
/// Asks somebody who is signed in for the password. Wrong guesses count: an open page is no way around the waits of the sign-in.
/// </summary>
public sealed class CurrentPassword(IServiceScopeFactory scopes, AttemptGuard guard, RecordSignIn record)
{
    /// <summary>Null when it is right; <c>user.current-password</c> when it is wrong, or too often was; <c>user.not-found</c>.</summary>
    public async Task<Refusal?> WhyNotAsync(Actor actor, string password, CancellationToken stop)
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

        if (!await store.CheckPasswordAsync(user, password))
        {
            await record.WrongAgainAsync(actor, user, stop);
            return UserRefusals.UserCurrentPassword;
        }

        await guard.ForgiveAsync(attempt, stop);
        return null;
    }
}
