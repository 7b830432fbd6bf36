using System.Diagnostics;
using FaspayBilling.Core.Telemetry;

namespace FaspayBilling.Core.Data;

/// <summary>
/// Lets one writer of this process in at a time, first come first served, where the database knows only one (SQLite's own
/// waiting is not fair). A writer inside a writer would wait for itself, so that throws at once.
/// </summary>
public sealed class WriteGate(DatabaseSettings settings) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly AsyncLocal<bool> inside = new();

    /// <summary>Runs <paramref name="write"/> when it is its turn.</summary>
    /// <exception cref="InvalidOperationException">The caller is already inside a write.</exception>
    public async Task<TAnswer> EnterAsync<TAnswer>(Func<Task<TAnswer>> write, CancellationToken stop)
    {
        RefuseInside("A write transaction");
        if (!settings.IsPostgres)
        {
            var asked = Stopwatch.GetTimestamp();
            await turn.WaitAsync(stop);
            Meters.Waited("gate", asked);
        }

        try
        {
            inside.Value = true;
            return await write();
        }
        finally
        {
            inside.Value = false;
            if (!settings.IsPostgres)
            {
                turn.Release();
            }
        }
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

    public void Dispose() => turn.Dispose();
}
