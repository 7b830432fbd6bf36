using Microsoft.Data.Sqlite;

namespace FaspayBilling.Core.Data.Writing;

/// <summary>A savepoint in the transaction that a group of writers shares.</summary>
internal sealed class SavepointScope : WriteScope
{
    private readonly WriteGroup group;
    private bool kept;

    public SavepointScope(WriteGroup group, BillingDb db)
    {
        this.group = group;
        Db = db;
        group.Say("SAVEPOINT write");
    }

    public override BillingDb Db { get; }

    internal override Task KeepAsync(CancellationToken stop)
    {
        group.Say("RELEASE write");
        kept = true;
        return Task.CompletedTask;
    }

    internal override Task UndoAsync(CancellationToken stop)
    {
        group.Say("ROLLBACK TO write");
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        if (kept)
        {
            return;
        }

        try
        {
            group.Say("ROLLBACK TO write");
            group.Say("RELEASE write");
        }
        catch (Exception gone) when (gone is SqliteException or InvalidOperationException)
        {
            // A full disk or a broken one ends the whole transaction, and the others' savepoints with it.
            group.Break(gone);
        }
    }
}
