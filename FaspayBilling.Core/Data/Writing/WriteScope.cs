namespace FaspayBilling.Core.Data.Writing;

/// <summary>What one write changes: kept or undone as a whole. Disposed without having been kept, it is undone.</summary>
public abstract class WriteScope : IAsyncDisposable
{
    /// <summary>The context of this write alone.</summary>
    public abstract BillingDb Db { get; }

    /// <summary>Keeps what was saved; with SQLite it is durable only when its group is.</summary>
    internal abstract Task KeepAsync(CancellationToken stop);

    /// <summary>Undoes what was saved so far. What is saved after it can be kept again.</summary>
    internal abstract Task UndoAsync(CancellationToken stop);

    public abstract ValueTask DisposeAsync();
}
