using System.Linq.Expressions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Paging;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>The list's filters and order, for the page and for the file.</summary>
internal static class CustomerListQueries
{
    /// <summary>Those that the query asks for, however many.</summary>
    /// <param name="db">The database.</param>
    /// <param name="actor">Whose customers.</param>
    /// <param name="query">The filters.</param>
    /// <param name="inOrder">So many hold the text that the list is walked in its order and each customer looked at.</param>
    public static IQueryable<Customer> Find(this BillingDb db, Actor actor, CustomerQuery query, bool inOrder = false)
    {
        var archived = query.Archived ? 1 : 0;
        var found = db.Set<Customer>().VisibleTo(actor).Where(c => EF.Property<int>(c, ArchivedColumn.Name) == archived);
        if (query.Search.Trim() is { Length: > 0 } search)
        {
            found = (inOrder ? db.Probing(found, search) : null) ?? db.Matching(found, actor.MerchantId, search);
        }

        return query.GroupId switch
        {
            null => found,
            0 => found.Where(c => c.GroupId == null),
            { } group => found.Where(c => c.GroupId == group),
        };
    }

    public static IQueryable<CustomerRow> Rows(this BillingDb db, IQueryable<Customer> found, CustomerSort sort, bool descending) =>
        db.Sorted(found, sort, descending).Select(c => new CustomerRow(
            c.Id,
            c.Version,
            c.Number,
            c.Name,
            CustomerEmails.Shown(c.Email),
            c.Phone,
            db.Set<CustomerGroup>().Where(g => g.Id == c.GroupId).Select(g => g.Name).FirstOrDefault(),
            c.Document,
            c.Document == BuyerIdType.Tin ? c.Npwp : c.DocumentNumber,
            c.VaNumber,
            c.ArchivedAt != null));

    public static IQueryable<Customer> Sorted(this BillingDb db, IQueryable<Customer> found, CustomerSort sort, bool descending) =>
        sort switch
        {
            CustomerSort.Name => By(found, c => c.Name, descending),
            CustomerSort.Email => By(found, c => c.Email, descending),
            CustomerSort.Group =>
                By(found, c => db.Set<CustomerGroup>().Where(g => g.Id == c.GroupId).Select(g => g.Name).FirstOrDefault(), descending),
            CustomerSort.Number => By(found, c => c.Number, descending),
            CustomerSort.Npwp => By(found, c => c.Npwp, descending),
            CustomerSort.VaNumber => By(found, c => c.VaNumber, descending),
        };

    // The key breaks ties, so that no row stands on two pages.
    private static IQueryable<Customer> By<TKey>(IQueryable<Customer> found, Expression<Func<Customer, TKey>> key, bool descending) =>
        descending ? found.OrderByDescending(key).ThenByDescending(c => c.Id) : found.OrderBy(key).ThenBy(c => c.Id);
}
