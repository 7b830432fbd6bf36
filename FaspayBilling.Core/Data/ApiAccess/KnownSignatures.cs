using System.Collections.Concurrent;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Live;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Data.ApiAccess;

/// <summary>
/// Whose signature it is, remembered for less than a second. What is revoked here is forgotten at once, what another node revokes is seen
/// at the next look; what nobody has is not remembered, so that a new credential works from its first call on.
/// </summary>
public sealed class KnownSignatures : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMilliseconds(900);

    private readonly ConcurrentDictionary<string, Look> looks = new(StringComparer.Ordinal);
    private readonly IDbContextFactory<BillingDb> dbs;
    private readonly BillingSecrets secrets;
    private readonly LiveChanges live;
    private readonly TimeProvider clock;

    public KnownSignatures(IDbContextFactory<BillingDb> dbs, BillingSecrets secrets, LiveChanges live, TimeProvider clock)
    {
        (this.dbs, this.secrets, this.live, this.clock) = (dbs, secrets, live, clock);
        live.Committed += Forget;
    }

    /// <summary>The merchant whose credential makes the signature; null when none does.</summary>
    public async Task<long?> MerchantAsync(string signature, CancellationToken stop)
    {
        if (await secrets.HashAsync(signature, stop) is not { } hash)
        {
            return null;
        }

        var look = looks.AddOrUpdate(
            hash,
            static (_, me) => me.NewLook(),
            static (_, known, me) => me.clock.GetElapsedTime(known.Begun) < Kept ? known : me.NewLook(),
            this);
        // Several calls may wait for one look: who leaves ends only the own waiting.
        return await look.MerchantAsync(hash, this).WaitAsync(stop);
    }

    public void Dispose() => live.Committed -= Forget;

    private void Forget(LiveChange change)
    {
        if (change.Touches(HistorySubject.ApiAccess))
        {
            looks.Clear();
        }
    }

    private Look NewLook() => new(clock.GetTimestamp());

    private async Task<long?> ReadAsync(string hash, Look look)
    {
        long? merchant = null;
        try
        {
            await using var db = await dbs.CreateDbContextAsync(CancellationToken.None);
            var found = await db.Set<BillingCredential>().Where(c => c.SignatureHash == hash && c.RevokedAt == null)
                .Select(c => new { c.MerchantId, c.SignatureHash }).SingleOrDefaultAsync(CancellationToken.None);
            merchant = found is not null && ApiSecret.Same(found.SignatureHash, hash) ? found.MerchantId : null;
        }
        finally
        {
            // Whoever waits for it or has left: nobody's signature and a look that failed stay nowhere.
            if (merchant is null)
            {
                looks.TryRemove(KeyValuePair.Create(hash, look));
            }
        }

        return merchant;
    }

    private sealed class Look(long begun)
    {
        private readonly Lock one = new();
        private Task<long?>? merchant;

        public long Begun => begun;

        public Task<long?> MerchantAsync(string hash, KnownSignatures of)
        {
            lock (one)
            {
                return merchant ??= of.ReadAsync(hash, this);
            }
        }
    }
}
