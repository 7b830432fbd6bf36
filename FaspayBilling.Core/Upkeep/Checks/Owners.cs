using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>Every row that says whose it is, mails and calls of the outbox among them, is a merchant's.</summary>
internal sealed class Owners() : ModelInvariant("what belongs to a merchant has one", "tables")
{
    protected override IEnumerable<string> Queries(IModel model) =>
        from entity in Tables(model)
        where entity.ClrType != typeof(Merchant) && entity.FindProperty(nameof(IMerchantOwned.MerchantId)) is not null
        select $"""
            SELECT NULL, {Name("x", entity)}, 'merchant ' || CAST(x."MerchantId" AS TEXT), 'a merchant that is there'
            FROM {Table(entity)} x
            WHERE NOT EXISTS (SELECT 1 FROM "Merchants" m WHERE m."Id" = x."MerchantId"){Spared(entity)}
            """;

    // What the installation itself did is nobody's.
    private static string Spared(IReadOnlyEntityType entity) =>
        entity.ClrType == typeof(HistoryEntry) ? " AND x.\"MerchantId\" <> 0" : " AND x.\"MerchantId\" IS NOT NULL";
}
