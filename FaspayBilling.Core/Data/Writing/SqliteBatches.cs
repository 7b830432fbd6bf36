using Microsoft.EntityFrameworkCore.Update;

namespace FaspayBilling.Core.Data.Writing;

/// <summary>
/// Saves many rows with one command, as PostgreSQL's provider does; SQLite's own sends one a row. Both sides of a save stay the same:
/// each statement still tells its key, or that its row was there.
/// </summary>
internal sealed class SqliteBatches(ModificationCommandBatchFactoryDependencies dependencies) : IModificationCommandBatchFactory
{
    // Every statement looks for its names among the parameters of all, so that a much longer one takes more time and not less.
    private const int MostRows = 24;

    public ModificationCommandBatch Create() => new Batch(dependencies);

    private sealed class Batch(ModificationCommandBatchFactoryDependencies dependencies)
        : AffectedCountModificationCommandBatch(dependencies, MostRows);
}
