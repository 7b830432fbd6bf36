using System.Data.Common;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Faults;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Outbox;

/// <summary>
/// Delivers the rows of an outbox that are due: takes each by a lease, tries it, writes down what happened. At least once: a row goes out
/// a second time only when the process died, or it and its record lasted longer than its lease. What the database could not do is never
/// booked as the row's.
/// </summary>
/// <typeparam name="TRow">The entity.</typeparam>
/// <typeparam name="TLeased">What an attempt needs of it.</typeparam>
public abstract partial class LeasedDelivery<TRow, TLeased>
    where TRow : OutboxRow
    where TLeased : LeasedRow
{
    private const int LongestError = 500;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstRest = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(5);

    private readonly IDbContextFactory<BillingDb> dbs;
    private readonly TimeProvider clock;
    private readonly AuditedAction delivering;
    private readonly JoinedWrites<long, TLeased?> takes;
    private readonly JoinedWrites<Tried, bool> records;
    private readonly RestingHosts hosts;

    /// <summary>Delivers rows of one outbox.</summary>
    /// <param name="dbs">Where they are looked for.</param>
    /// <param name="transaction">What is done with them.</param>
    /// <param name="clock">When they are due.</param>
    /// <param name="delivering">What the history calls it.</param>
    /// <param name="rules">How the machines that take them are spared.</param>
    protected LeasedDelivery(
        IDbContextFactory<BillingDb> dbs, WriteTransaction transaction, TimeProvider clock, AuditedAction delivering, HostRules rules)
    {
        (this.dbs, this.clock, this.delivering) = (dbs, clock, delivering);
        hosts = new(rules, clock);
        takes = new(transaction, delivering, TakeAsync);
        records = new(transaction, delivering, RecordAsync);
    }

    /// <summary>
    /// Delivers all that is due, a few at once, and returns how many it took. On <paramref name="stop"/> what is under way has 5 seconds
    /// more.
    /// </summary>
    public Task<int> SendDueAsync(CancellationToken stop) => OpenLanes().EmptyAsync(stop);

    /// <summary>Lanes of this outbox, which somebody fills as long as he likes.</summary>
    internal Lanes OpenLanes() => new(new Turns(LookAsync, hosts, clock), DeliverAsync);

    /// <summary>Looks once more at rows that nobody has in hand before they leave, and answers which of them it took back.</summary>
    protected virtual Task<IReadOnlyCollection<long>> WithdrawAsync(WriteContext write, IQueryable<TRow> free) =>
        Task.FromResult<IReadOnlyCollection<long>>([]);

    /// <summary>Reads what the attempt needs.</summary>
    protected abstract IQueryable<TLeased> Leased(BillingDb db, IQueryable<TRow> rows);

    /// <summary>True for a row that <see cref="Urgent"/> finds.</summary>
    protected virtual bool IsUrgent(TRow row) => false;

    /// <summary>One attempt; answers null when it was delivered. An exception counts as an error that may pass.</summary>
    protected abstract Task<DeliveryError?> TryAsync(TLeased leased, CancellationToken hurry);

    /// <summary>Sets the state of what was delivered, and does what follows.</summary>
    protected abstract Task DeliveredAsync(TRow row, WriteContext write);

    /// <summary>Sets the state of what is not tried any more, and does what follows.</summary>
    protected abstract Task FailedAsync(TRow row, string error, WriteContext write);

    /// <summary>Logs what came of the attempt.</summary>
    protected abstract void LogTried(TLeased leased, DeliveryError? error);

    /// <summary>Logs an exception that the attempt did not expect.</summary>
    protected abstract void LogBroken(TLeased leased, Exception broken);

    private async Task<bool> DeliverAsync(DueRow due, CancellationToken stop)
    {
        if (await takes.RunAsync(due.MerchantId, due.Id, stop) is not { } leased)
        {
            return false;
        }

        await SendAsync(leased, due.Host, stop);
        return true;
    }

    private async Task SendAsync(TLeased leased, string host, CancellationToken stop)
    {
        var taken = clock.GetTimestamp();
        using var hurry = new CancellationTokenSource();
        await using var stopping = stop.Register(() => hurry.CancelAfter(Grace));
        Tried tried;
        try
        {
            tried = new Tried(leased, await TryAsync(leased, hurry.Token));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // It stays waiting; the next start takes it when the lease has ended.
            return;
        }
        catch (Exception broken) when (DatabaseFault.Is(broken) || broken is not (DbUpdateException or DbException))
        {
            // Where what it needs could not be read it was not tried at all.
            LogBroken(leased, broken);
            var error = DatabaseFault.Is(broken) ? null : new DeliveryError(broken.Message);
            await RecordAsync(new Tried(leased, error, GaveBack: error is null), taken, stop);
            return;
        }

        TellHost(host, tried.Error, taken);
        await RecordAsync(tried, taken, stop);
        LogTried(leased, tried.Error);
    }

    private void TellHost(string host, DeliveryError? error, long since)
    {
        if (error is null)
        {
            hosts.Worked(host);
        }
        else if (error.Away)
        {
            hosts.DidNotAnswer(host, since);
        }
    }

    // What left must be known before its lease ends and somebody takes it again: it is tried as long as one more try, which may wait as
    // long as the last, ends before that.
    private async Task RecordAsync(Tried tried, long taken, CancellationToken stop)
    {
        for (var rest = FirstRest; ; rest = rest * 2 < LongestRest ? rest * 2 : LongestRest)
        {
            var asked = clock.GetTimestamp();
            try
            {
                await records.RunAsync(tried.Leased.MerchantId, tried, CancellationToken.None);
                return;
            }
            catch (Exception broken) when (DatabaseFault.Is(broken)
                && !stop.IsCancellationRequested
                && clock.GetElapsedTime(taken) + rest + clock.GetElapsedTime(asked) < Lease)
            {
                await Task.Delay(rest, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<IReadOnlyList<bool>> RecordAsync(WriteContext write, IReadOnlyList<Tried> tried)
    {
        var rows = await Among(write.Db, [.. tried.Select(t => t.Leased.Id)]).ToDictionaryAsync(r => r.Id, write.Stop);
        foreach (var (leased, error, gaveBack) in tried)
        {
            // Another version: the lease ended meanwhile and somebody else has it now.
            if (rows.TryGetValue(leased.Id, out var row) && row.Version == leased.Version)
            {
                row.LeasedUntil = null;
                if (gaveBack)
                {
                    row.NextTryAt = write.Now + LongestRest;
                    continue;
                }

                await WriteDownAsync(row, error, write);
                write.MarkChanged(delivering.Subject, row.Id);
            }
        }

        return [.. tried.Select(_ => true)];
    }

    private async Task WriteDownAsync(TRow row, DeliveryError? error, WriteContext write)
    {
        row.Attempts++;
        if (error is null)
        {
            row.LastError = null;
            await DeliveredAsync(row, write);
            return;
        }

        // They come from servers of others.
        var words = PlainText.Cut(PlainText.Lines(error.Words), LongestError);
        row.LastError = words;
        if (!error.ForGood && WaitAfter(row, error, write.Now) is { } wait)
        {
            row.NextTryAt = write.Now + wait;
        }
        else
        {
            await FailedAsync(row, words, write);
        }
    }

    private TimeSpan? WaitAfter(TRow row, DeliveryError error, DateTime now) => error.Away && IsUrgent(row)
        ? BackOff.WhileAway(row.Attempts, now - row.CreatedAt)
        : BackOff.After(row.Attempts);

    private sealed record Tried(TLeased Leased, DeliveryError? Error, bool GaveBack = false);
}
