using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>A merchant's row refers to that merchant's rows alone.</summary>
internal sealed class OneMerchant() : ModelInvariant("a merchant's rows refer to its own rows", "references")
{
    private const string Owner = nameof(IMerchantOwned.MerchantId);

    // Who represents another merchant is a caller of its own.
    protected override IEnumerable<string> Queries(IModel model) =>
        from entity in Tables(model)
        where entity.ClrType != typeof(Representation) && entity.FindProperty(Owner) is not null
        from key in entity.GetForeignKeys()
        where key.PrincipalEntityType.ClrType != typeof(Merchant) && key.PrincipalEntityType.FindProperty(Owner) is not null
        select Query(entity, key);

    private static string Query(IReadOnlyEntityType entity, IReadOnlyForeignKey key)
    {
        var joined = ColumnsOf(key.Properties).Zip(ColumnsOf(key.PrincipalKey.Properties), (own, there) => $"p.{there} = x.{own}");
        return $"""
            SELECT m."Code", {Name("x", entity)}, 'refers to ' || {Name("p", key.PrincipalEntityType)} || ' of another merchant', 'its own'
            FROM {Table(entity)} x JOIN {Table(key.PrincipalEntityType)} p ON {string.Join(" AND ", joined)}
                LEFT JOIN "Merchants" m ON m."Id" = x."MerchantId"
            WHERE p."MerchantId" <> x."MerchantId"
            """;
    }
}
