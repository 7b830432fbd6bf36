using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Sessions;

/// <summary>A locked, removed or demoted user, or one whose session ended, writes nothing more: asked in every write of a user.</summary>
internal sealed class CallerCheck : ICallerCheck
{
    // Of the object, not of the class: a compiled query belongs to one kind of database.
    private readonly Func<BillingDb, long, long, Task<Found?>> find = EF.CompileAsyncQuery(
        (BillingDb db, long user, long session) =>
            (from u in db.Set<User>()
             join s in db.Set<UserSession>() on u.Id equals s.UserId
             where u.Id == user && s.Id == session
             select new Found(u.MerchantId, u.Role, u.LockedAt, s.EndedAt, s.EndsAt, s.SeenAt, s.ProvedAt, s.Address, s.Browser))
            .SingleOrDefault());

    public async Task<Caller> FindAsync(BillingDb db, Actor actor, DateTime now, CancellationToken stop)
    {
        var found = await find(db, actor.UserId!.Value, actor.SessionId ?? 0);
        var holds = found is { LockedAt: null, EndedAt: null }
            && found.EndsAt > now
            && found.SeenAt > now - UserSession.Idle
            && found.MerchantId == actor.MerchantId
            && found.Role == actor.Role;
        return new Caller(
            holds ? null : Refusals.SessionEnded,
            found is null ? null : new ClientOrigin(found.Address, found.Browser),
            found?.ProvedAt > now - UserSession.ProofHolds);
    }

    private sealed record Found(
        long MerchantId,
        Role Role,
        DateTime? LockedAt,
        DateTime? EndedAt,
        DateTime EndsAt,
        DateTime SeenAt,
        DateTime? ProvedAt,
        string Address,
        string Browser);
}
