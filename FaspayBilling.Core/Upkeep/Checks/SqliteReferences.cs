using System.Runtime.CompilerServices;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>SQLite finds what each row refers to.</summary>
internal sealed class SqliteReferences() : Invariant("what a row refers to is there", "tables")
{
    public override Task<long> CountAsync(Snapshot moment, CancellationToken stop) =>
        moment.NumberAsync("SELECT count(*) FROM sqlite_master WHERE type = 'table'", stop);

    public override async IAsyncEnumerable<Breach> BreachesAsync(Snapshot moment, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var row in moment.RowsAsync("PRAGMA foreign_key_check", stop))
        {
            yield return new Breach(null, $"{row.TextAt(0)} {row.TextAt(1)}", $"refers to {row.TextAt(2)} that are not there", "there");
        }
    }
}
