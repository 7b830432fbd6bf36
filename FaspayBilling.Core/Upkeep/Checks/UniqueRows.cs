using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>
/// What is unique is there once, whether its index is sound or not: invoice numbers, E-Faktur numbers, customers' numbers, document ids,
/// keys of forms and callers.
/// </summary>
internal sealed class UniqueRows() : ModelInvariant("what is unique is there once", "unique keys")
{
    private const string Merchant = "\"MerchantId\"";

    protected override IEnumerable<string> Queries(IModel model) =>
        from entity in Tables(model)
        from index in entity.GetIndexes()
        where index.IsUnique
        select Query(entity, ColumnsOf(index.Properties), index.GetFilter());

    private static string Query(IReadOnlyEntityType entity, IReadOnlyList<string> columns, string? filter)
    {
        var conditions = columns.Select(column => $"{column} IS NOT NULL").Concat(filter is null ? [] : [$"({filter})"]);
        var shared = string.Join(", ", columns);
        var key = Named("t", ColumnsOf(entity.FindPrimaryKey()!.Properties));
        var (code, merchant) = columns.Contains(Merchant, StringComparer.Ordinal)
            ? ("m.\"Code\"", $"LEFT JOIN \"Merchants\" m ON m.\"Id\" = x.{Merchant}")
            : ("NULL", "");
        return $"""
            SELECT {code}, '{entity.GetTableName()} with ' || {Named("x", columns)},
                CASE WHEN x."Times" > 2 THEN CAST(x."Times" AS TEXT) || ' rows share it, among them ' ELSE 'two rows share it: ' END
                    || x."OneKey" || ' and ' || x."OtherKey", 'one row'
            FROM (SELECT {shared}, count(*) AS "Times", min({key}) AS "OneKey", max({key}) AS "OtherKey" FROM {Table(entity)} t
                WHERE {string.Join(" AND ", conditions)} GROUP BY {shared} HAVING count(*) > 1) x {merchant}
            """;
    }

    // Each value with the name of its column.
    private static string Named(string row, IEnumerable<string> columns) => string.Join(
        " || ', ' || ", columns.Select(column => $"'{column.Trim('"')} ' || {Text(row, [column])}"));
}
