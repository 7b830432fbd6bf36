using FaspayBilling.Core.Accounts.Reset;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Sessions;

/// <summary>Deletes what sign-ins leave behind: sessions and reset links that are over, counts of failed attempts.</summary>
public sealed class ForgetSessions(WriteTransaction writes)
{
    /// <summary>So long after its latest end a session is deleted; the history keeps that it was.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly AuditedAction Forgetting = new(HistorySubject.Session, "session.forget");

    public Task<Outcome> HandleAsync(CancellationToken stop) => writes.RunAsync(Actor.System(0), Forgetting, async write =>
    {
        var end = write.Now - Kept;
        await write.Db.Set<UserSession>().Where(s => s.EndsAt < end).ExecuteDeleteAsync(write.Stop);
        await write.Db.Set<PasswordReset>().Where(r => r.ExpiresAt < end).ExecuteDeleteAsync(write.Stop);
        await write.Db.Set<OutboxMail>()
            .Where(m => m.LinkUntil < write.Now && m.PersonalLink != null && m.PersonalLink != "" && m.State != MailState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.PersonalLink, ""), write.Stop);
        var counted = write.Now - AttemptGuard.Kept;
        await write.Db.Set<AttemptCount>().Where(c => c.LastAt < counted).ExecuteDeleteAsync(write.Stop);
        return Outcome.Done;
    }, stop);
}
