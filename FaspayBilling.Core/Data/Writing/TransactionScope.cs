using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FaspayBilling.Core.Data.Writing;

/// <summary>A transaction of its own, for a database with many writers.</summary>
internal sealed class TransactionScope : WriteScope
{
    private readonly IDbContextTransaction transaction;
    private bool ended;

    private TransactionScope(BillingDb db, IDbContextTransaction transaction)
    {
        Db = db;
        this.transaction = transaction;
    }

    public override BillingDb Db { get; }

    public static async Task<WriteScope> OpenAsync(IDbContextFactory<BillingDb> dbs, CancellationToken stop)
    {
        var db = await dbs.CreateDbContextAsync(stop);
        try
        {
            return new TransactionScope(db, await db.Database.BeginTransactionAsync(stop));
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    internal override async Task KeepAsync(CancellationToken stop)
    {
        // After an undoing each save commits itself.
        if (!ended)
        {
            ended = true;
            await transaction.CommitAsync(stop);
        }
    }

    internal override async Task UndoAsync(CancellationToken stop)
    {
        ended = true;
        await transaction.RollbackAsync(stop);
    }

    public override async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Db.DisposeAsync();
    }
}
