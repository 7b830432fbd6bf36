using System.Runtime.CompilerServices;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>SQLite finds every page, index and row of its file whole.</summary>
internal sealed class IntactFile() : Invariant("the file is whole", "pages")
{
    public override Task<long> CountAsync(Snapshot moment, CancellationToken stop) => moment.NumberAsync("PRAGMA page_count", stop);

    public override async IAsyncEnumerable<Breach> BreachesAsync(Snapshot moment, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var row in moment.RowsAsync("PRAGMA integrity_check", stop))
        {
            if (row.GetString(0) is var said && said != "ok")
            {
                yield return new Breach(null, "the file", said, "whole");
            }
        }
    }
}
