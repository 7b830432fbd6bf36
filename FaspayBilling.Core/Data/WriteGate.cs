using System.Diagnostics;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Faults;
using FaspayBilling.Core.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Data;

/// <summary>
/// Lets one writer of this process in at a time, first come first served, where the database knows only one (SQLite's own
/// waiting is not fair); those who wait share a commit. A writer inside a writer would wait for itself, so that throws at once.
/// </summary>
public sealed class WriteGate(
    DatabaseSettings settings, IDbContextFactory<BillingDb> dbs, OpenFile file, IServiceProvider services) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly WriteGroup? group = settings.IsPostgres ? null : new(settings, file, services);
    private readonly WriteQueue queue = new();
    private readonly MerchantTurns turns = new();
    private readonly AsyncLocal<bool> inside = new();

    /// <summary>True where each writer has a connection of a pool.</summary>
    internal bool IsPooled => group is null;

    /// <summary>
    /// Runs <paramref name="write"/>, which is about that merchant, when it is its turn; answers when what it kept is durable.
    /// </summary>
    /// <exception cref="InvalidOperationException">The caller is already inside a write.</exception>
    public async Task<TAnswer> EnterAsync<TAnswer>(long merchantId, Func<WriteScope, Task<TAnswer>> write, CancellationToken stop)
    {
        RefuseInside("A write transaction");
        if (group is not null)
        {
            return await EnterAsync(group, write, stop);
        }

        using var turn = await turns.TakeAsync(merchantId, stop);
        return await RunAsync(TransactionScope.OpenAsync(dbs, stop), write);
    }

    /// <summary>Stops what writes on a connection of its own and so would wait for the write around it.</summary>
    /// <exception cref="InvalidOperationException">The caller is already inside a write.</exception>
    public void RefuseInside(string what)
    {
        if (inside.Value)
        {
            throw new InvalidOperationException($"{what} inside a write transaction.");
        }
    }

    /// <summary>Who has the turn ends it first, for a while; who waits is told that nothing is written any more.</summary>
    public void Dispose()
    {
        turns.Dispose();
        if (group is null)
        {
            return;
        }

        queue.Close(Patience);
        group.Dispose();
    }

    private async Task<TAnswer> EnterAsync<TAnswer>(WriteGroup shared, Func<WriteScope, Task<TAnswer>> write, CancellationToken stop)
    {
        var asked = Stopwatch.GetTimestamp();
        await queue.TakeAsync(stop);
        TAnswer answer;
        Task durable;
        try
        {
            Meters.Waited("gate", asked);
            answer = await RunAsync(OpenAsync(shared, stop), write);
            durable = shared.Join();
        }
        finally
        {
            if (shared.Full || !queue.TryPass())
            {
                try
                {
                    shared.Commit();
                }
                finally
                {
                    queue.Pass();
                }
            }
        }

        await durable;
        return answer;
    }

    private async Task<WriteScope> OpenAsync(WriteGroup shared, CancellationToken stop)
    {
        try
        {
            return await shared.OpenAsync(stop);
        }
        catch (Exception refused) when (DatabaseFault.Is(refused))
        {
            // Those who wait are told with it: one after the other they would wait for the same lock again.
            queue.Refuse(new LostGroupException(refused));
            throw;
        }
    }

    private async Task<TAnswer> RunAsync<TAnswer>(Task<WriteScope> opening, Func<WriteScope, Task<TAnswer>> write)
    {
        await using var scope = await opening;
        try
        {
            inside.Value = true;
            return await write(scope);
        }
        finally
        {
            inside.Value = false;
        }
    }
}
