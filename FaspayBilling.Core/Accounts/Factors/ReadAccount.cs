using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>What <em>My account</em> shows of the user who reads it.</summary>
public sealed class ReadAccount(IDbContextFactory<BillingDb> dbs, TimeProvider clock)
{
    /// <summary>Refuses <c>user.not-found</c>.</summary>
    public async Task<Outcome<AccountView>> HandleAsync(Actor actor, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.Set<User>().AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(u => u.Id == actor.UserId, stop) is not { } user)
        {
            return UserRefusals.UserNotFound;
        }

        var passkeys = await db.Set<IdentityUserPasskey<long>>().AsNoTracking().Where(p => p.UserId == user.Id).ToListAsync(stop);
        var now = clock.Now();
        return new AccountView(
            user.Name,
            user.Email!,
            user.Role,
            user.Language,
            user.TwoFactorEnabled,
            await db.Set<RecoveryCode>().CountAsync(c => c.UserId == user.Id && c.UsedAt == null, stop),
            await db.NeedsFactorAsync(user, stop),
            [.. passkeys.OrderBy(p => p.Data.CreatedAt).Select(p => PasskeyRow.Of(p))],
            await db.Set<UserSession>().Living(now).CountAsync(s => s.UserId == user.Id, stop),
            await db.Set<UserSession>().AnyAsync(s => s.Id == actor.SessionId && s.ProvedAt > now - UserSession.ProofHolds, stop));
    }
}

/// <summary>A user, as the user sees it.</summary>
/// <param name="Name">As the history shows it.</param>
/// <param name="Email">Signs in by it.</param>
/// <param name="Role">What the user may do.</param>
/// <param name="Language">Of screens and mails.</param>
/// <param name="SecondFactor">Whether the sign-in asks for a code.</param>
/// <param name="RecoveryCodesLeft">How many recovery codes are good.</param>
/// <param name="Required">Whether the merchant asks this user for a second factor.</param>
/// <param name="Passkeys">In the order in which they were made.</param>
/// <param name="Sessions">How many devices are signed in, this one too.</param>
/// <param name="Proved">Whether the password or a passkey was given again a short time ago.</param>
public sealed record AccountView(
    string Name,
    string Email,
    Role Role,
    Language Language,
    bool SecondFactor,
    int RecoveryCodesLeft,
    bool Required,
    IReadOnlyList<PasskeyRow> Passkeys,
    int Sessions,
    bool Proved);
