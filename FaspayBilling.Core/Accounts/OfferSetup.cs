using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts;

/// <summary>
/// Makes the link that makes a merchant and its first Admin: at a start without any user, and for <c>-- add-merchant</c>.
/// </summary>
public sealed class OfferSetup(IDbContextFactory<BillingDb> dbs, WriteTransaction writes, SiteSettings site, TimeProvider clock)
{
    /// <summary>How long the link is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>
    /// The absolute link when nobody can sign in yet; null when there is a user. Links of other starts stay good: each node of an
    /// installation says its own, and the first that is used ends the others.
    /// </summary>
    public async Task<string?> WhenEmptyAsync(CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Set<User>().AnyAsync(stop) ? null : await OfferAsync(l => l.ExpiresAt <= clock.Now(), onlyEmpty: true, stop);
    }

    /// <summary>A new absolute link, good once and for 24 hours; links nobody used before stop working.</summary>
    public async Task<string> HandleAsync(CancellationToken stop) => (await OfferAsync(_ => true, onlyEmpty: false, stop))!;

    private async Task<string?> OfferAsync(Func<SetupLink, bool> ends, bool onlyEmpty, CancellationToken stop)
    {
        var secret = LinkSecret.New();
        var offered = false;
        await writes.RunAsync(Actor.System(0), new AuditedAction(HistorySubject.Merchant, "merchant.offer-set-up"), async write =>
        {
            // Under the lock: another node's link may have been used meanwhile.
            offered = !onlyEmpty || !await write.Db.Set<User>().AnyAsync(write.Stop);
            if (!offered)
            {
                return Outcome.Done;
            }

            var unused = await write.Db.Set<SetupLink>().Where(l => l.UsedAt == null).ToListAsync(write.Stop);
            write.Db.RemoveRange(unused.Where(ends));
            write.Db.Add(new SetupLink { SecretHash = LinkSecret.Hash(secret), ExpiresAt = clock.Now() + Lifetime });
            return Outcome.Done;
        }, stop);
        return offered ? $"{site.Address}/account/set-up?link={secret}" : null;
    }
}
