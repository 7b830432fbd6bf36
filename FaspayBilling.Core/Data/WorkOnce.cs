using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Data;

/// <summary>
/// One piece of work once: its key and its answer are written in the transaction of the change they tell of, and a unique index decides
/// between two that come at the same moment.
/// </summary>
public sealed class WorkOnce(WriteTransaction transaction)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly AuditedAction Forgetting = new(HistorySubject.ApiAccess, "api.forget-keys");

    /// <summary>Forgets the keys that were kept for 24 hours.</summary>
    public Task ForgetAsync(CancellationToken stop) => transaction.RunAsync(Actor.System(0), Forgetting, async write =>
    {
        var end = write.Now - Kept;
        await write.Db.Set<CompletedWork>().Where(w => w.At <= end).ExecuteDeleteAsync(write.Stop);
        return Outcome.Done;
    }, stop);

    /// <summary>
    /// Does the work, or answers what the key got before; without a key it is simply done. Refuses <c>idempotency.other-request</c> when
    /// the key came with another request. A refusal is kept with its key too, so the caller's transaction commits it.
    /// </summary>
    internal static async Task<Outcome<T>> RunAsync<T>(WriteContext write, WorkKey? key, Func<WriteContext, Task<Outcome<T>>> work)
    {
        if (key is null)
        {
            return await work(write);
        }

        return await RunAsync(write, key, _ => ApiRefusals.IdempotencyKeyReused, work);
    }

    /// <summary>
    /// The same for what comes from an opened form. A refusal is undone with its key, so the corrected form is new work. Refuses
    /// <c>form.sent-before</c> when it was saved before with something else in it.
    /// </summary>
    internal static async Task<Outcome<T>> RunAsync<T>(
        WriteContext write, AuditedAction attempt, Func<WriteContext, Task<Outcome<T>>> work) =>
        KeyOf(write.Actor, attempt) is { } key
            ? await RunAsync(write, key, first => Refusals.SentBefore($"{first.Value}"), work)
            : await work(write);

    /// <inheritdoc cref="RunAsync{T}(WriteContext, AuditedAction, Func{WriteContext, Task{Outcome{T}}})"/>
    internal static async Task<Outcome> RunAsync(WriteContext write, AuditedAction attempt, Func<WriteContext, Task<Outcome>> work)
    {
        if (write.Actor.Form is null)
        {
            return await work(write);
        }

        var outcome = await RunAsync<bool>(write, attempt, async inside =>
        {
            var done = await work(inside);
            return done.Ok ? Outcome<bool>.With(true, [.. done.Warnings]) : Outcome<bool>.Refused(done.Refusals);
        });
        return outcome.Ok ? Outcome.DoneBut([.. outcome.Warnings]) : Outcome.Refused(outcome.Refusals);
    }

    private static WorkKey? KeyOf(Actor actor, AuditedAction attempt) => actor.Form is not { } form ? null : new(
        FormattableString.Invariant($"user {actor.UserId} of {actor.MerchantId}"),
        $"{form.Key} {attempt.Attempt.Topic}",
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(form.Content))));

    private static async Task<Outcome<T>> RunAsync<T>(
        WriteContext write, WorkKey key, Func<Outcome<T>, Refusal> otherRequest, Func<WriteContext, Task<Outcome<T>>> work)
    {
        if (await FindAsync(write, key, otherRequest) is { } first)
        {
            return first;
        }

        var outcome = await work(write);
        Keep(write, key, outcome);
        return outcome;
    }

    private static async Task<Outcome<T>?> FindAsync<T>(WriteContext write, WorkKey key, Func<Outcome<T>, Refusal> otherRequest)
    {
        var end = write.Now - Kept;
        if (await write.Queries.Of(Find)(write.Db, key.Scope, key.Key) is not { } first)
        {
            return null;
        }

        if (first.At <= end)
        {
            // Too old to be answered but not yet forgotten. Never one that another merchant's write has kept since this one looked: that
            // one is met by the unique index.
            await write.Db.Set<CompletedWork>()
                .Where(w => w.Scope == key.Scope && w.Key == key.Key && w.At <= end)
                .ExecuteDeleteAsync(write.Stop);
            return null;
        }

        var outcome = JsonSerializer.Deserialize<Answer<T>>(first.Answer)!.Outcome;
        return first.RequestHash == key.RequestHash ? outcome : otherRequest(outcome);
    }

    private static Func<BillingDb, string, string, Task<CompletedWork?>> Find() => EF.CompileAsyncQuery(
        (BillingDb db, string scope, string key) =>
            db.Set<CompletedWork>().AsNoTracking().SingleOrDefault(w => w.Scope == scope && w.Key == key));

    private static void Keep<T>(WriteContext write, WorkKey key, Outcome<T> outcome)
    {
        write.Db.Add(new CompletedWork
        {
            Scope = key.Scope,
            Key = key.Key,
            RequestHash = key.RequestHash,
            Answer = JsonSerializer.Serialize(new Answer<T>(outcome.Ok ? outcome.Value : default, outcome.Refusals, [.. outcome.Warnings])),
            At = write.Now,
        });
    }

    // Answers that were kept before there were warnings have none.
    private sealed record Answer<T>(T? Value, IReadOnlyList<Refusal> Refusals, Message[]? Warnings = null)
    {
        [JsonIgnore]
        public Outcome<T> Outcome => Refusals.Count == 0 ? Outcome<T>.With(Value!, Warnings ?? []) : Outcome<T>.Refused(Refusals);
    }
}
