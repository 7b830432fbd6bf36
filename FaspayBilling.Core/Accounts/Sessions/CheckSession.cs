using System.Security.Cryptography;
using System.Text;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Sessions;

/// <summary>Whether sessions still hold: asked by every request with a cookie, and again and again for open pages.</summary>
public sealed class CheckSession(IDbContextFactory<BillingDb> dbs, TimeProvider clock)
{
    // Of the object, not of the class: a compiled query belongs to one kind of database.
    private readonly Func<BillingDb, long, DateTime, DateTime, Task<Found?>> find = EF.CompileAsyncQuery(
        (BillingDb db, long id, DateTime now, DateTime idle) =>
            (from s in db.Set<UserSession>()
             join u in db.Set<User>() on s.UserId equals u.Id
             where s.Id == id && s.EndedAt == null && s.EndsAt > now && s.SeenAt > idle && u.LockedAt == null
             select new Found(s.SecretHash, s.SeenAt)).SingleOrDefault());

    /// <summary>When the session was seen last (UTC); null when it does not hold or the secret is another's.</summary>
    public async Task<DateTime?> HandleAsync(long id, string secret, CancellationToken stop)
    {
        var now = clock.Now();
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await find(db, id, now, now - UserSession.Idle) is { } found && IsHash(found.SecretHash, secret) ? found.SeenAt : null;
    }

    /// <summary>Those of the sessions that hold, and when each was seen last (UTC).</summary>
    public async Task<Dictionary<long, DateTime>> HandleAsync(IReadOnlyCollection<long> ids, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var living = from s in db.Set<UserSession>().Living(clock.Now())
                     join u in db.Set<User>() on s.UserId equals u.Id
                     where ids.Contains(s.Id) && u.LockedAt == null
                     select new { s.Id, s.SeenAt };
        return await living.ToDictionaryAsync(s => s.Id, s => s.SeenAt, stop);
    }

    private static bool IsHash(string hash, string secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(LinkSecret.Hash(secret)));

    private sealed record Found(string SecretHash, DateTime SeenAt);
}
