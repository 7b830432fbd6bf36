using System.Diagnostics;
using FaspayBilling.Core.Data.Measuring;
using FaspayBilling.Core.Data.Writing;
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
public sealed class WriteTransaction(WriteGate gate, ICallerCheck callers, LiveChanges live, TimeProvider clock)
{
    private readonly CompiledQueries queries = new();

    /// <summary>
    /// Runs <paramref name="work"/> under the lock; <c>changed-elsewhere</c> when a row it read had changed, <c>session.ended</c> when
    /// the user may not write any more, <c>session.prove</c> when a sensitive action would have been done without a proof.
    /// </summary>
    public async Task<Outcome> RunAsync(
        Actor actor, AuditedAction attempt, Func<WriteContext, Task<Outcome>> work, CancellationToken stop) =>
        (await RunInTurnAsync(actor, attempt, write => WorkOnce.RunAsync(write, attempt, work), Refuse, stop)).Counted();

    /// <inheritdoc cref="RunAsync(Actor, AuditedAction, Func{WriteContext, Task{Outcome}}, CancellationToken)"/>
    public async Task<Outcome<T>> RunAsync<T>(
        Actor actor, AuditedAction attempt, Func<WriteContext, Task<Outcome<T>>> work, CancellationToken stop) =>
        (await RunInTurnAsync<Outcome<T>>(actor, attempt, write => WorkOnce.RunAsync(write, attempt, work), Refuse<T>, stop)).Counted();

    private static Outcome Refuse(Refusal refusal) => refusal;

    private static Outcome<T> Refuse<T>(Refusal refusal) => refusal;

    // Typing errors and questions are answered, not recorded; what was not allowed is.
    private static bool BelongsInHistory(Refusal refusal) => refusal.Kind is RefusalKind.NotAllowed or RefusalKind.Rule;

    private async Task<TOutcome> RunInTurnAsync<TOutcome>(
        Actor actor, AuditedAction attempt, Func<WriteContext, Task<TOutcome>> work, Func<Refusal, TOutcome> refuse, CancellationToken stop)
        where TOutcome : Outcome
    {
        var (outcome, changed) = await gate.EnterAsync(scope => RunInsideAsync(scope, actor, attempt, work, refuse, stop), stop);
        if (changed.Count > 0)
        {
            live.Publish(new LiveChange(actor.MerchantId, changed));
        }

        return outcome;
    }

    private async Task<(TOutcome Outcome, IReadOnlyList<ChangedRow> Changed)> RunInsideAsync<TOutcome>(
        WriteScope scope,
        Actor actor,
        AuditedAction attempt,
        Func<WriteContext, Task<TOutcome>> work,
        Func<Refusal, TOutcome> refuse,
        CancellationToken stop)
        where TOutcome : Outcome
    {
        var db = scope.Db;
        var asked = Stopwatch.GetTimestamp();
        await db.LockMerchantAsync(actor.MerchantId, stop);
        Meters.Waited("merchant", asked);
        var now = clock.Now();
        var caller = actor.UserId is null ? new Caller(null, actor.From, Proved: true) : await callers.FindAsync(db, actor, now, stop);
        var write = new WriteContext(db, actor, now, stop, caller.From) { Queries = queries };
        TOutcome outcome;
        try
        {
            outcome = caller.Refusal is { } ended ? refuse(ended) : await work(write);

            // Asked last: nobody gives the password for what then is refused.
            outcome = outcome.Ok && attempt.NeedsProof && !caller.Proved ? refuse(Refusals.ProofNeeded) : outcome;
            if (outcome.Ok)
            {
                await db.SaveChangesAsync(stop);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            return (refuse(Refusals.ChangedElsewhere), []);
        }

        if (!outcome.Ok)
        {
            await scope.UndoAsync(stop);
            await RecordAsync(db, write, attempt, outcome.Refusal!, stop);
        }

        await scope.KeepAsync(stop);
        return (outcome, write.Changed);
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
