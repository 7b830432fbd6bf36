using System.Diagnostics;
using FaspayBilling.Core.Data.Measuring;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Live;
using FaspayBilling.Core.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Data;

/// <summary>
/// The one way to write: gate, lock, read, rule, change, one save, commit. A refusal undoes the change and commits only its
/// history row. Who calls is looked up again under the lock. Never called inside itself. What comes from an opened form is done once
/// (<see cref="Actor.Form"/>).
/// </summary>
public sealed class WriteTransaction(
    IDbContextFactory<BillingDb> dbs, WriteGate gate, ICallerCheck callers, LiveChanges live, TimeProvider clock)
{
    /// <summary>
    /// Runs <paramref name="work"/> under the lock; <c>changed-elsewhere</c> when a row it read had changed, <c>session.ended</c> when
    /// the user may not write any more, <c>session.prove</c> when a sensitive action would have been done without a proof.
    /// </summary>
    public async Task<Outcome> RunAsync(
        Actor actor, AuditedAction attempt, Func<WriteContext, Task<Outcome>> work, CancellationToken stop) =>
        (await gate.EnterAsync(
            () => RunInsideAsync(actor, attempt, write => WorkOnce.RunAsync(write, attempt, work), Refuse, stop), stop)).Counted();

    /// <inheritdoc cref="RunAsync(Actor, AuditedAction, Func{WriteContext, Task{Outcome}}, CancellationToken)"/>
    public async Task<Outcome<T>> RunAsync<T>(
        Actor actor, AuditedAction attempt, Func<WriteContext, Task<Outcome<T>>> work, CancellationToken stop) =>
        (await gate.EnterAsync(
            () => RunInsideAsync<Outcome<T>>(actor, attempt, write => WorkOnce.RunAsync(write, attempt, work), Refuse<T>, stop), stop))
        .Counted();

    private static Outcome Refuse(Refusal refusal) => refusal;

    private static Outcome<T> Refuse<T>(Refusal refusal) => refusal;

    // Typing errors and questions are answered, not recorded; what was not allowed is.
    private static bool BelongsInHistory(Refusal refusal) => refusal.Kind is RefusalKind.NotAllowed or RefusalKind.Rule;

    private async Task<TOutcome> RunInsideAsync<TOutcome>(
        Actor actor, AuditedAction attempt, Func<WriteContext, Task<TOutcome>> work, Func<Refusal, TOutcome> refuse, CancellationToken stop)
        where TOutcome : Outcome
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var asked = Stopwatch.GetTimestamp();
        await db.LockMerchantAsync(actor.MerchantId, stop);
        Meters.Waited("merchant", asked);
        var now = clock.Now();
        var caller = actor.UserId is null ? new Caller(null, actor.From, Proved: true) : await callers.FindAsync(db, actor, now, stop);
        var write = new WriteContext(db, actor, now, stop, caller.From);
        TOutcome outcome;
        try
        {
            outcome = caller.Refusal is { } ended ? refuse(ended) : await work(write);

            // Asked last: nobody gives the password for what then is refused.
            outcome = outcome.Ok && attempt.NeedsProof && !caller.Proved ? refuse(Refusals.ProofNeeded) : outcome;
            if (outcome.Ok)
            {
                await db.SaveChangesAsync(stop);
                await transaction.CommitAsync(stop);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            return refuse(Refusals.ChangedElsewhere);
        }

        if (!outcome.Ok)
        {
            await transaction.RollbackAsync(stop);
            await RecordAsync(db, write, attempt, outcome.Refusal!, stop);
        }

        if (write.Changed.Count > 0)
        {
            live.Publish(new LiveChange(actor.MerchantId, write.Changed));
        }

        return outcome;
    }

    private static async Task RecordAsync(
        BillingDb db, WriteContext refused, AuditedAction attempt, Refusal refusal, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        refused.Forget();
        if (BelongsInHistory(refusal))
        {
            refused.Refused(attempt, refusal);
            await db.SaveChangesAsync(stop);
        }
    }
}
