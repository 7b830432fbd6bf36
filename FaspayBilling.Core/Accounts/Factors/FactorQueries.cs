using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>What factors a user has and needs, and the end of them.</summary>
internal static class FactorQueries
{
    /// <summary>What a password alone does not open; asked before a sign-in goes on, and again under the lock.</summary>
    public static async Task<NextStep> NextStepAsync(this BillingDb db, User user, CancellationToken stop)
    {
        if (user.TwoFactorEnabled)
        {
            return NextStep.Code;
        }

        if (!await db.NeedsFactorAsync(user, stop))
        {
            return NextStep.None;
        }

        return await db.HasPasskeyAsync(user.Id, stop) ? NextStep.Passkey : NextStep.SetUp;
    }

    /// <summary>Whether the user's merchant asks this user for a second factor.</summary>
    public static async Task<bool> NeedsFactorAsync(this BillingDb db, User user, CancellationToken stop)
    {
        var rule = await db.Set<Merchant>().Where(m => m.Id == user.MerchantId).Select(m => m.SecondFactorRule).SingleAsync(stop);
        return Covers(rule, user.Role);
    }

    public static bool Covers(SecondFactorRule rule, Role role) =>
        rule == SecondFactorRule.Everybody || (rule == SecondFactorRule.Admins && role == Role.Admin);

    public static Task<bool> HasPasskeyAsync(this BillingDb db, long userId, CancellationToken stop) =>
        db.Set<IdentityUserPasskey<long>>().AnyAsync(p => p.UserId == userId, stop);

    /// <summary>The user who acts. Refuses <c>user.not-found</c>.</summary>
    public static async Task<Outcome<User>> ActingUserAsync(this WriteContext write)
    {
        if (await write.Db.Set<User>().VisibleTo(write.Actor).SingleOrDefaultAsync(u => u.Id == write.Actor.UserId, write.Stop)
            is not { } user)
        {
            return UserRefusals.UserNotFound;
        }

        write.About = user.Id;
        return user;
    }

    /// <summary>Authenticator app and recovery codes are the user's no longer.</summary>
    public static async Task RemoveAuthenticatorAsync(this WriteContext write, User user)
    {
        user.TwoFactorEnabled = false;
        await write.Db.Set<IdentityUserToken<long>>().Where(t => t.UserId == user.Id).ExecuteDeleteAsync(write.Stop);
        await RecoveryCodes.RemoveAsync(write, user.Id);
        await write.Db.Set<UsedCode>().Where(c => c.UserId == user.Id).ExecuteDeleteAsync(write.Stop);
    }

    /// <summary>The same, and all passkeys too: for somebody who lost everything.</summary>
    public static async Task RemoveFactorsAsync(this WriteContext write, User user)
    {
        await write.RemoveAuthenticatorAsync(user);
        await write.Db.Set<IdentityUserPasskey<long>>().Where(p => p.UserId == user.Id).ExecuteDeleteAsync(write.Stop);
    }

    /// <summary>
    /// After another factor: whoever was let in by those before is out, but the session that changed it; and a sign-in that is half through
    /// begins again.
    /// </summary>
    public static async Task EndOtherSessionsAsync(this WriteContext write, User user)
    {
        user.SecurityStamp = SecurityStamp.New();
        user.ConcurrencyStamp = SecurityStamp.New();
        await write.EndSessionsAsync(user.Id, s => s.Id != write.Actor.SessionId);
    }
}
