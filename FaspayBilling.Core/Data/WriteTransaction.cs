using System.Diagnostics;
using FaspayBilling.Core.Data.Measuring;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Faults;
using FaspayBilling.Core.Live;
using FaspayBilling.Core.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Core.Data;

/// <summary>
/// The one way to write: gate, lock, read, rule, change, one save, commit. A refusal undoes the change and commits only its
/// history row. Who calls is looked up again under the lock. Never called inside itself. What comes from an opened form is done once
/// (<see cref="Actor.Form"/>). What the database cannot do now is refused with <c>database.unavailable</c>.
/// </summary>
public sealed partial class WriteTransaction(
    WriteGate gate, ICallerCheck callers, LiveChanges live, TimeProvider clock, ILogger<WriteTransaction> log)
{
    private readonly CompiledQueries queries = new();

    /// <summary>
    /// Runs <paramref name="work"/> under the lock; <c>changed-elsewhere</c> when a row it read had changed, <c>session.ended</c> when
    /// the user may not write any more, <c>session.prove</c> when a sensitive action would have been done without a proof,
    /// <c>database.unavailable</c> when it cannot be written now.
    /// </summary>
    /// <exception cref="DatabaseUnavailableException">The same where no user acts: nobody may take it for an answer about the
    /// thing itself, such as a wrong password or a mail that is not taken.</exception>
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
        for (var again = false; ; again = true)
        {
            var step = new WriteStep();
            try
            {
                var (outcome, changed) = await gate.EnterAsync(
                    actor.MerchantId, scope => RunInsideAsync(scope, step, actor, attempt, work, refuse, stop), stop);
                if (changed.Count > 0)
                {
                    live.Publish(new LiveChange(actor.MerchantId, changed));
                }

                return outcome;
            }
            catch (Exception broken) when (!stop.IsCancellationRequested && DatabaseFault.Is(broken))
            {
                // A server that was started anew has ended the connections that wait in the pool: the next one is new. Who has waited in
                // vain does not wait again.
                if (gate.IsPooled && !again && step is { Opened: true, Begun: false } && !DatabaseFault.IsTimeout(broken))
                {
                    continue;
                }

                LogUnavailable(broken, attempt.Attempt.Topic);
                var unknown = gate.IsPooled && step.Committing && !DatabaseFault.IsAnswered(broken);
                return actor.UserId is null ? throw new DatabaseUnavailableException(broken, unknown)
                    : refuse(unknown ? Refusals.DatabaseUnavailableUnknown : Refusals.DatabaseUnavailable);
            }
        }
    }

    private async Task<(TOutcome Outcome, IReadOnlyList<ChangedRow> Changed)> RunInsideAsync<TOutcome>(
        WriteScope scope,
        WriteStep step,
        Actor actor,
        AuditedAction attempt,
        Func<WriteContext, Task<TOutcome>> work,
        Func<Refusal, TOutcome> refuse,
        CancellationToken stop)
        where TOutcome : Outcome
    {
        step.Opened = true;
        var db = scope.Db;
        var asked = Stopwatch.GetTimestamp();
        await db.LockMerchantAsync(actor.MerchantId, stop);
        Meters.Waited("merchant", asked);
        var now = clock.Now();
        var caller = actor.UserId is null ? new Caller(null, actor.From, Proved: true) : await callers.FindAsync(db, actor, now, stop);
        var write = new WriteContext(db, actor, now, stop, caller.From) { Queries = queries };
        step.Begun = true;
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

        step.Committing = true;
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

    // LimitedLog lets one of a cause pass each second.
    [LoggerMessage(1006, LogLevel.Warning, "The database cannot be written now; refused: {Attempt}")]
    private partial void LogUnavailable(Exception broken, string attempt);
}
