using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.SignIn;

/// <summary>
/// Counts attempts per account and per network in the database, the same for all nodes, and makes those wait who fail again and again.
/// What is counted knows no user: an address that nobody has waits as one that somebody has.
/// </summary>
public sealed class AttemptGuard(IDbContextFactory<BillingDb> dbs, WriteTransaction writes, TimeProvider clock)
{
    /// <summary>The first wait; each further failure doubles it.</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>After so long without an attempt the failures are forgotten.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private const int MostRounds = 10;

    private static readonly AuditedAction Counting = new(HistorySubject.Session, "session.count");

    /// <summary>
    /// Counts the attempt before it is tried, as if it will fail: many at once are not more than many one by one. Answers how long to
    /// wait; zero when it may be tried now.
    /// </summary>
    public async Task<TimeSpan> TakeAsync(Attempt attempt, CancellationToken stop)
    {
        // Who has to wait costs no write: the others' writes do not stand behind it.
        if (await WaitAsync(attempt, stop) is { } wait)
        {
            return wait;
        }

        var taken = await ChangeAsync(attempt, Take, stop);

        // So many others at the same moment are guesses.
        return taken.Ok ? taken.Value : FirstWait;
    }

    /// <summary>The attempt was right: the account's failures are forgotten, and the network has one less.</summary>
    public Task ForgiveAsync(Attempt attempt, CancellationToken stop) => ChangeAsync(attempt, Forgive, stop);

    /// <summary>A write that leaves nothing, where another would leave a row: the answer takes as long.</summary>
    internal static async Task WriteNothingAsync(WriteContext write)
    {
        var key = $"nobody {Guid.NewGuid():N}";
        write.Db.Add(new AttemptCount { Key = key, LastAt = write.Now, Since = write.Now });
        await write.SaveAsync();
        await write.Db.Set<AttemptCount>().Where(c => c.Key == key).ExecuteDeleteAsync(write.Stop);
        write.Db.ChangeTracker.Clear();
    }

    /// <summary>
    /// Within the write that gave the account another password, or took its factors away: its failures at that are forgotten, in every
    /// browser.
    /// </summary>
    internal static Task ForgetAsync(WriteContext write, string what, string email)
    {
        var account = Attempt.OfAccount(what, email);
        return write.Db.Set<AttemptCount>().Where(c => c.Key.StartsWith(account)).ExecuteDeleteAsync(write.Stop);
    }

    private static TimeSpan Take(AttemptCount count, int free, DateTime now)
    {
        // What many share would wait for good by their typing errors alone.
        var hours = (int)Math.Min((now - count.Since).TotalHours, 24);
        if (free == Attempt.FreeOfMany && hours > 0)
        {
            (count.Failures, count.Since) = (count.Failures >> hours, now);
        }

        count.Failures = now - count.LastAt > Kept ? 1 : count.Failures + 1;
        count.LastAt = now;
        count.WaitsUntil = count.Failures < free ? null : now + WaitAfter(count.Failures - free);
        return TimeSpan.Zero;
    }

    private static TimeSpan Forgive(AttemptCount count, int free, DateTime now)
    {
        // Of a network only this attempt: the others may be somebody's guesses.
        count.Failures = free == Attempt.FreeOfMany ? Math.Max(count.Failures - 1, 0) : 0;
        count.WaitsUntil = count.Failures < free ? null : count.WaitsUntil;
        return TimeSpan.Zero;
    }

    private static TimeSpan WaitAfter(int more) =>
        more < 8 && FirstWait * (1 << more) < LongestWait ? FirstWait * (1 << more) : LongestWait;

    private async Task<TimeSpan?> WaitAsync(Attempt attempt, CancellationToken stop)
    {
        var (keys, now) = (attempt.Counts.Select(c => c.Key).ToList(), clock.Now());
        await using var db = await dbs.CreateDbContextAsync(stop);
        var until = await db.Set<AttemptCount>()
            .Where(c => keys.Contains(c.Key) && c.WaitsUntil > now)
            .MaxAsync(c => c.WaitsUntil, stop);
        return until - now;
    }

    // On PostgreSQL others may count the same account or network at the same moment, on any node: whoever loses counts again.
    private async Task<Outcome<TimeSpan>> ChangeAsync(
        Attempt attempt, Func<AttemptCount, int, DateTime, TimeSpan> change, CancellationToken stop)
    {
        for (var round = 1; ; round++)
        {
            var changed = await ChangeOnceAsync(attempt, change, stop);
            if (changed.Ok || round == MostRounds)
            {
                return changed;
            }
        }
    }

    private async Task<Outcome<TimeSpan>> ChangeOnceAsync(
        Attempt attempt, Func<AttemptCount, int, DateTime, TimeSpan> change, CancellationToken stop)
    {
        try
        {
            return await writes.RunAsync<TimeSpan>(Actor.System(0), Counting, async write =>
            {
                var keys = attempt.Counts.Select(c => c.Key).ToList();
                var counts = await write.Db.Set<AttemptCount>()
                    .Where(c => keys.Contains(c.Key))
                    .ToDictionaryAsync(c => c.Key, StringComparer.Ordinal, write.Stop);
                if (change == Take && counts.Values.Max(c => c.WaitsUntil) is { } until && until > write.Now)
                {
                    return until - write.Now;
                }

                foreach (var (key, free) in attempt.Counts)
                {
                    if (!counts.TryGetValue(key, out var count))
                    {
                        write.Db.Add(count = new AttemptCount { Key = key, LastAt = write.Now, Since = write.Now });
                    }

                    change(count, free, write.Now);
                }

                await write.SaveAsync();
                return TimeSpan.Zero;
            }, stop);
        }
        catch (DbUpdateException)
        {
            return Refusals.ChangedElsewhere;
        }
    }
}
