using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>
/// What is unique is there once, whether its index is sound or not: invoice numbers, E-Faktur numbers, customers' numbers, document ids,
/// keys of forms and callers.
/// </summary>
internal sealed class UniqueRows() : ModelInvariant("what is unique is there once", "unique keys")
{
    protected override IEnumerable<string> Queries(IModel model) =>
        from entity in Tables(model)
        from index in entity.GetIndexes()
        where index.IsUnique
        select Query(entity, ColumnsOf(index.Properties), index.GetFilter());

    private static string Query(IReadOnlyEntityType entity, IReadOnlyList<string> columns, string? filter)
    {
        var conditions = columns.Select(column => $"{column} IS NOT NULL").Concat(filter is null ? [] : [$"({filter})"]);
        var named = $"{entity.GetTableName()} {string.Join(", ", columns).Replace("\"", "", StringComparison.Ordinal)}";
        return $"""
            SELECT NULL, '{named} ' || {Text("x", columns)}, CAST(x."Times" AS TEXT) || ' times', 'once'
            FROM (SELECT {string.Join(", ", columns)}, count(*) AS "Times" FROM {Table(entity)}
                WHERE {string.Join(" AND ", conditions)} GROUP BY {string.Join(", ", columns)} HAVING count(*) > 1) x
            """;
    }
}
