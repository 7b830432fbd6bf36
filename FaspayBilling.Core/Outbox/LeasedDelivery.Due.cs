using System.Linq.Expressions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Outbox;

/// <content>Which rows are due, and who takes them.</content>
public abstract partial class LeasedDelivery<TRow, TLeased>
{
    private const int FewRows = 100;
    private const int MostUrgent = 20;
    private const int RowsOfOne = 20;

    // After a second end of the process with the same row in hand: whatever it is, it must not end it again and again without a pause.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Those that are neither delivered nor given up, and whose turn it is.</summary>
    protected abstract IQueryable<TRow> Waiting(BillingDb db, IQueryable<TRow> rows);

    /// <summary>In the order in which a merchant's rows leave: one of which an index gives the first without the rest.</summary>
    protected abstract IQueryable<TRow> InOrder(IQueryable<TRow> rows);

    /// <summary>What is to be known of a row before it is taken.</summary>
    protected abstract Expression<Func<TRow, DueRow>> Due { get; }

    /// <summary>The machine behind a target.</summary>
    protected virtual string HostOf(string target) => target;

    /// <summary>Those that go elsewhere; null when all go to the same machine.</summary>
    protected virtual IQueryable<TRow>? Without(IQueryable<TRow> rows, List<string> targets) => null;

    /// <summary>Those that go before all others; null when this outbox has none.</summary>
    protected virtual IQueryable<TRow>? Urgent(IQueryable<TRow> rows) => null;

    private async Task<DueRows> LookAsync(Look look, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var rows = db.Set<TRow>().AsQueryable();
        if ((look.Without.Count == 0 ? rows : Without(rows, look.Without)) is not { } others)
        {
            return new DueRows([], []);
        }

        var (now, databaseNow) = (clock.Now(), await db.ClockAsync(stop));
        var free = Free(db, others, now, databaseNow).OrderBy(r => r.NextTryAt).ThenBy(r => r.Id);
        var first = await ReadAsync(free.Take(FewRows), stop);
        List<DueRow>? urgent = null;
        if (look.Urgent)
        {
            urgent = first.Count > 0 && Urgent(free) is { } before ? await ReadAsync(before.Take(MostUrgent), stop) : [];
        }

        return new DueRows(
            urgent, first.Count < FewRows ? first : await ByMerchantAsync(db, FreeOfMerchant(db, others, now, databaseNow), look, stop));
    }

    // Somebody's ten thousand hide nobody else's one, and cost what their beginning costs.
    private async Task<List<DueRow>> ByMerchantAsync(BillingDb db, IQueryable<TRow> free, Look look, CancellationToken stop)
    {
        var merchants = await db.Set<Merchant>()
            .Where(m => free.Any(r => r.MerchantId == m.Id))
            .Select(m => m.Id)
            .ToListAsync(stop);
        var found = new List<DueRow>();
        foreach (var merchant in look.InTurn(merchants))
        {
            found.AddRange(await ReadAsync(InOrder(free.Where(r => r.MerchantId == merchant)).Take(RowsOfOne), stop));
        }

        return found;
    }

    private async Task<List<DueRow>> ReadAsync(IQueryable<TRow> rows, CancellationToken stop) =>
        (await rows.Select(Due).ToListAsync(stop)).ConvertAll(row => row with { Host = HostOf(row.Target) });

    // Leases run by the database's clock: nodes whose clocks differ agree on when one ends.
    private IQueryable<TRow> Free(BillingDb db, IQueryable<TRow> rows, DateTime now, DateTime databaseNow) =>
        Waiting(db, rows).Where(r => r.NextTryAt <= now && (r.LeasedUntil == null || r.LeasedUntil < databaseNow));

    // The same, said so that no index of what is due answers it: SQLite, which does not know how many rows there are, would read all that
    // is due for each merchant.
    private IQueryable<TRow> FreeOfMerchant(BillingDb db, IQueryable<TRow> rows, DateTime now, DateTime databaseNow)
    {
        var never = now + Lease;
        return Waiting(db, rows).Where(
            r => (r.LeasedUntil == null || r.LeasedUntil < databaseNow ? r.NextTryAt : never) <= now);
    }

    // The merchant is locked: what is free stays so until it is taken.
    private async Task<IReadOnlyList<TLeased?>> TakeAsync(WriteContext write, IReadOnlyList<long> due)
    {
        var databaseNow = await write.Db.ClockAsync(write.Stop);
        var free = Free(write.Db, Among(write.Db, [.. due.Distinct()]), write.Now, databaseNow);
        var withdrawn = await WithdrawAsync(write, free);
        List<long> mine = [.. due.Distinct().Except(withdrawn)];
        if (mine.Count > 1)
        {
            mine = await Free(write.Db, Among(write.Db, mine), write.Now, databaseNow).Select(r => r.Id).ToListAsync(write.Stop);
        }

        var taken = mine.Count == 0 ? 0 : await LeaseAsync(write, mine, databaseNow);
        if (taken == 0)
        {
            return [.. due.Select(_ => (TLeased?)null)];
        }

        if (taken < mine.Count)
        {
            // Which of them is not said; each alone is.
            throw new InvalidOperationException($"{taken} of {mine.Count} rows could be leased.");
        }

        var leased = await Leased(write.Db, Among(write.Db, mine)).ToDictionaryAsync(l => l.Id, write.Stop);

        // Two may have asked for the same one.
        return [.. due.Select(id => leased.Remove(id, out var row) ? row : null)];
    }

    // A lease that stands there has ended unrecorded: the process that had it is gone, and what it did is no attempt.
    private Task<int> LeaseAsync(WriteContext write, List<long> ids, DateTime databaseNow)
    {
        var later = write.Now + Pause;
        return Free(write.Db, Among(write.Db, ids), write.Now, databaseNow).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.NextTryAt, r => r.LeasedUntil == null ? r.NextTryAt : later)
                .SetProperty(r => r.LeasedUntil, databaseNow + Lease)
                .SetProperty(r => r.Version, r => r.Version + 1),
            write.Stop);
    }

    private static IQueryable<TRow> Among(BillingDb db, List<long> ids)
    {
        if (ids is [var only])
        {
            return db.Set<TRow>().Where(r => r.Id == only);
        }

        return db.Set<TRow>().Where(r => ids.Contains(r.Id));
    }
}
