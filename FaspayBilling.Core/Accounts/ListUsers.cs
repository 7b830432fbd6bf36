using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts;

/// <summary>The people of the actor's merchant, and those who were invited and have not come yet.</summary>
public sealed class ListUsers(IDbContextFactory<BillingDb> dbs, TimeProvider clock)
{
    /// <summary>By name. Refuses <c>not-allowed</c>.</summary>
    public async Task<Outcome<UserList>> HandleAsync(Actor actor, CancellationToken stop)
    {
        if (actor.WhyNot(Role.Admin) is { } no)
        {
            return no;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var now = clock.Now();
        var users = await db.Set<User>().VisibleTo(actor).OrderBy(u => u.Name).ThenBy(u => u.Id)

            .Select(u => new UserRow(
                u.Id,
                u.Name,
                u.Email!,
                u.Role,
                u.LockedAt,
                u.TwoFactorEnabled || db.Set<IdentityUserPasskey<long>>().Any(p => p.UserId == u.Id)))
            .ToListAsync(stop);
        var invited = await db.Set<Invitation>()
            .VisibleTo(actor)
            .Where(i => i.UsedAt == null && i.ExpiresAt > now)
            .OrderBy(i => i.Name)
            .ThenBy(i => i.Id)
            .Select(i => new InvitedRow(i.Id, i.Name, i.Email, i.Role, i.ExpiresAt))
            .ToListAsync(stop);
        return new UserList(users, invited);
    }
}

/// <summary>What the page Users shows.</summary>
public sealed record UserList(IReadOnlyList<UserRow> Users, IReadOnlyList<InvitedRow> Invited);

/// <summary>One user.</summary>
/// <param name="Id">The user's key.</param>
/// <param name="Name">As the history shows it.</param>
/// <param name="Email">Signs in by it.</param>
/// <param name="Role">What the user may do.</param>
/// <param name="LockedAt">UTC; null while the user may sign in.</param>
/// <param name="SecondFactor">Whether the user has an authenticator app or a passkey.</param>
public sealed record UserRow(long Id, string Name, string Email, Role Role, DateTime? LockedAt, bool SecondFactor);

/// <summary>One invitation that is still good.</summary>
public sealed record InvitedRow(long Id, string Name, string Email, Role Role, DateTime ExpiresAt);
