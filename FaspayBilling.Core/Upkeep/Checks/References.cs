using Microsoft.EntityFrameworkCore.Metadata;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>What each row refers to is there, whether its constraint was kept or not.</summary>
internal sealed class References() : ModelInvariant("what a row refers to is there", "references")
{
    protected override IEnumerable<string> Queries(IModel model) =>
        from entity in Tables(model)
        from key in entity.GetForeignKeys()
        select Query(entity, key);

    private static string Query(IReadOnlyEntityType entity, IReadOnlyForeignKey key)
    {
        var (own, there) = (ColumnsOf(key.Properties), ColumnsOf(key.PrincipalKey.Properties));
        return $"""
            SELECT NULL, {Name("x", entity)}, 'refers to {Table(key.PrincipalEntityType).Trim('"')} ' || {Text("x", own)}, 'there'
            FROM {Table(entity)} x
            WHERE {string.Join(" AND ", own.Select(column => $"x.{column} IS NOT NULL"))} AND NOT EXISTS (
                SELECT 1 FROM {Table(key.PrincipalEntityType)} p WHERE {string.Join(" AND ", own.Zip(there, (o, t) => $"p.{t} = x.{o}"))})
            """;
    }
}
