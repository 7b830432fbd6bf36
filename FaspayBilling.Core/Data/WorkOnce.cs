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

        if (await FindAsync<T>(write, key) is { } first)
        {
            return first;
        }

        var outcome = await work(write);
        await KeepAsync(write, key, outcome);
        return outcome;
    }

    private static async Task<Outcome<T>?> FindAsync<T>(WriteContext write, WorkKey key)
    {
        var end = write.Now - Kept;
        var first = await write.Db.Set<CompletedWork>()
            .AsNoTracking()
            .SingleOrDefaultAsync(w => w.Scope == key.Scope && w.Key == key.Key && w.At > end, write.Stop);
        return first is null ? null
            : first.RequestHash != key.RequestHash ? ApiRefusals.IdempotencyKeyReused
            : JsonSerializer.Deserialize<Answer<T>>(first.Answer)!.Outcome;
    }

    private static async Task KeepAsync<T>(WriteContext write, WorkKey key, Outcome<T> outcome)
    {
        // One that is too old to be answered but not yet forgotten.
        await write.Db.Set<CompletedWork>().Where(w => w.Scope == key.Scope && w.Key == key.Key).ExecuteDeleteAsync(write.Stop);
        write.Db.Add(new CompletedWork
        {
            Scope = key.Scope,
            Key = key.Key,
            RequestHash = key.RequestHash,
            Answer = JsonSerializer.Serialize(new Answer<T>(outcome.Ok ? outcome.Value : default, outcome.Refusals)),
            At = write.Now,
        });
    }

    private sealed record Answer<T>(T? Value, IReadOnlyList<Refusal> Refusals)
    {
        [JsonIgnore]
        public Outcome<T> Outcome => Refusals.Count == 0 ? Outcome<T>.With(Value!) : Outcome<T>.Refused(Refusals);
    }
}
