using System.Linq.Expressions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Sessions;

/// <summary>Which sessions hold, and the end of all of a user's.</summary>
internal static class SessionQueries
{
    /// <summary>Those that nobody ended and no time has ended.</summary>
    public static IQueryable<UserSession> Living(this IQueryable<UserSession> sessions, DateTime now)
    {
        var idle = now - UserSession.Idle;
        return sessions.Where(s => s.EndedAt == null && s.EndsAt > now && s.SeenAt > idle);
    }

    /// <summary>
    /// Ends all sessions of a user who is being changed: requests by their cookies at once, open pages within seconds. What Identity keeps
    /// beside them ends with them.
    /// </summary>
    public static Task<int> EndSessionsAsync(this WriteContext write, User user)
    {
        user.SecurityStamp = SecurityStamp.New();
        user.ConcurrencyStamp = SecurityStamp.New();
        return write.EndSessionsAsync(user.Id, s => true);
    }

    /// <summary>Ends some sessions of a user; answers how many were living.</summary>
    public static async Task<int> EndSessionsAsync(this WriteContext write, long userId, Expression<Func<UserSession, bool>> which)
    {
        write.MarkChanged(HistorySubject.Session, userId);
        return await write.Db.Set<UserSession>()
            .Where(s => s.UserId == userId && s.EndedAt == null)
            .Where(which)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, write.Now), write.Stop);
    }
}
