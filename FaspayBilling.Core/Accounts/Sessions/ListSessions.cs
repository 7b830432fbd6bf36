using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Sessions;

/// <summary>One session of the user's own.</summary>
/// <param name="Id">The session's key.</param>
/// <param name="Browser">The browser's short name.</param>
/// <param name="Address">Of the client when it signed in.</param>
/// <param name="MadeAt">When it began (UTC).</param>
/// <param name="SeenAt">When it was used last, to within five minutes (UTC).</param>
/// <param name="EndsAt">Its latest end (UTC).</param>
/// <param name="Here">It is the session that asks.</param>
public sealed record SessionRow(long Id, string Browser, string Address, DateTime MadeAt, DateTime SeenAt, DateTime EndsAt, bool Here);

/// <summary>Where a user is signed in.</summary>
public sealed class ListSessions(IDbContextFactory<BillingDb> dbs, TimeProvider clock)
{
    /// <summary>The sessions that hold: the one that asks first, then the one that was used last.</summary>
    public async Task<IReadOnlyList<SessionRow>> HandleAsync(Actor actor, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Set<UserSession>()
            .VisibleTo(actor)
            .Living(clock.Now())
            .Where(s => s.UserId == actor.UserId)
            .OrderByDescending(s => s.Id == actor.SessionId)
            .ThenByDescending(s => s.SeenAt)
            .ThenByDescending(s => s.Id)
            .Select(s => new SessionRow(s.Id, s.Browser, s.Address, s.MadeAt, s.SeenAt, s.EndsAt, s.Id == actor.SessionId))
            .ToListAsync(stop);
    }
}
