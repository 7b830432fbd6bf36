using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>A rule of every table, read off the model: a table that comes to be is asked too.</summary>
/// <param name="says">As a sentence that can follow "that".</param>
/// <param name="of">What it is asked of, in the plural.</param>
internal abstract class ModelInvariant(string says, string of) : Invariant(says, of)
{
    public override Task<long> CountAsync(Snapshot moment, CancellationToken stop) => Task.FromResult((long)Queries(Model(moment)).Count());

    public override async IAsyncEnumerable<Breach> BreachesAsync(Snapshot moment, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var query in Queries(Model(moment)))
        {
            await foreach (var row in moment.RowsAsync(query, stop))
            {
                yield return new Breach(row.TextAt(0), row.TextAt(1) ?? "?", row.TextAt(2) ?? "nothing", row.TextAt(3) ?? "nothing");
            }
        }
    }

    /// <summary>One query each: the merchant's code, the row's name, what is stored, what it should be.</summary>
    protected abstract IEnumerable<string> Queries(IModel model);

    /// <summary>What has a table of its own: not what lies within another row, as JSON.</summary>
    protected static IEnumerable<IEntityType> Tables(IModel model) => model.GetEntityTypes().Where(entity => !entity.IsOwned());

    protected static string Table(IReadOnlyEntityType entity) => $"\"{entity.GetTableName()}\"";

    protected static IReadOnlyList<string> ColumnsOf(IEnumerable<IReadOnlyProperty> properties) =>
        [.. properties.Select(property => $"\"{property.GetColumnName()}\"")];

    /// <summary>The columns of a row as one text.</summary>
    protected static string Text(string row, IEnumerable<string> columns) =>
        string.Join(" || ' ' || ", columns.Select(column => $"COALESCE(CAST({row}.{column} AS TEXT), '')"));

    /// <summary>A row's table and key as one text.</summary>
    protected static string Name(string row, IReadOnlyEntityType entity) =>
        $"'{entity.GetTableName()} ' || {Text(row, ColumnsOf(entity.FindPrimaryKey()!.Properties))}";

    // Filters of indexes are known to the design's model alone.
    private static IModel Model(Snapshot moment) => moment.Db.GetService<IDesignTimeModel>().Model;
}
