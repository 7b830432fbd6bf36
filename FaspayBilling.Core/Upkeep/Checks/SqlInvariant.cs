using System.Globalization;
using System.Runtime.CompilerServices;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>A rule that one query holds against the rows, the same for both databases.</summary>
/// <param name="says">As a sentence that can follow "that".</param>
/// <param name="of">What it is asked of, in the plural.</param>
/// <param name="table">Whose rows those are.</param>
/// <param name="breaches">The rows that break it, as texts: the merchant's code, the row's name, what is stored, what it should be.</param>
/// <param name="money">What is stored and what it should be are hundredths of a rupiah.</param>
internal sealed class SqlInvariant(string says, string of, string table, string breaches, bool money = false) : Invariant(says, of)
{
    public override Task<long> CountAsync(Snapshot moment, CancellationToken stop) =>
        moment.NumberAsync($"SELECT count(*) FROM \"{table}\"", stop);

    public override async IAsyncEnumerable<Breach> BreachesAsync(Snapshot moment, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var row in moment.RowsAsync(breaches, stop))
        {
            yield return new Breach(row.TextAt(0), row.TextAt(1) ?? "?", Shown(row.TextAt(2)), Shown(row.TextAt(3)));
        }
    }

    private string Shown(string? stored) => stored is null ? "nothing"
        : money ? Rupiah.Text(decimal.Parse(stored, CultureInfo.InvariantCulture) / 100m)
        : stored;
}
