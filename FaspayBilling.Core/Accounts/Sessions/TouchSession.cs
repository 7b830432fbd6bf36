using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Sessions;

/// <summary>Notes that sessions are in use, so that they do not end as idle.</summary>
public sealed class TouchSession(WriteTransaction writes)
{
    /// <summary>A session that was seen within so long is not worth a write.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private static readonly AuditedAction Touching = new(HistorySubject.Session, "session.touch");

    /// <summary>Sessions that have ended meanwhile stay ended.</summary>
    public Task<Outcome> HandleAsync(IReadOnlyCollection<long> ids, CancellationToken stop) =>
        writes.RunAsync(Actor.System(0), Touching, async write =>
        {
            await write.Db.Set<UserSession>()
                .Living(write.Now)
                .Where(s => ids.Contains(s.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, write.Now), write.Stop);
            return Outcome.Done;
        }, stop);
}
