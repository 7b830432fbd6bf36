using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Data;

/// <summary>The one way from a table to what an actor may see.</summary>
public static class Queries
{
    /// <summary>Only rows of the actor's merchant.</summary>
    public static IQueryable<TRow> VisibleTo<TRow>(this IQueryable<TRow> rows, Actor actor)
        where TRow : class, IMerchantOwned => rows.Where(r => r.MerchantId == actor.MerchantId);
}
