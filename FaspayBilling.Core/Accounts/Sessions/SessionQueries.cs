using System.Linq.Expressions;
using FaspayBilling.Core.Accounts.Reset;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Outbox.Mail;
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
    /// Ends all sessions of a user who is being changed: requests by their cookies at once, open pages within seconds. Every other way in
    /// ends with them: the marks of known browsers, and links to choose a new password.
    /// </summary>
    public static async Task EndSessionsAsync(this WriteContext write, User user)
    {
        user.SecurityStamp = SecurityStamp.New();
        user.ConcurrencyStamp = SecurityStamp.New();
        await write.Db.Set<PasswordReset>().Where(r => r.UserId == user.Id && r.UsedAt == null).ExecuteDeleteAsync(write.Stop);
        await write.EndPersonalLinksAsync(MailKind.Reset, user.Email!);
        await write.EndSessionsAsync(user.Id, s => true);
    }

    /// <summary>
    /// The same for one who may not administer any more: invitations that nobody accepted yet are over, or an Admin who goes would come
    /// back by one.
    /// </summary>
    public static async Task EndRightsAsync(this WriteContext write, User user)
    {
        await write.EndSessionsAsync(user);
        var open = await write.Db.Set<Invitation>()
            .Where(i => i.InvitedById == user.Id && i.UsedAt == null)
            .ToListAsync(write.Stop);
        write.Db.RemoveRange(open);
        foreach (var invitation in open)
        {
            await write.EndPersonalLinksAsync(MailKind.Invitation, invitation.Email);
            write.History(HistorySubject.User, null, "user.withdraw-invitation", ("email", invitation.Email));
        }
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
