using FaspayBilling.Core.Domain;

namespace FaspayBilling.Core.Data;

/// <summary>The one way from a table to what an actor may see.</summary>
internal static class Queries
{
    /// <summary>Only rows of the actor's merchant.</summary>
    public static IQueryable<TRow> VisibleTo<TRow>(this IQueryable<TRow> rows, Actor actor)
        where TRow : class, IOfMerchant => rows.Where(r => r.MerchantId == actor.MerchantId);
}
