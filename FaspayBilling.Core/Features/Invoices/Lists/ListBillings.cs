using System.Linq.Expressions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Lists;

/// <summary>
/// Reads one page of the Billing List: two commands for the total and the rows, one more under a search. Neither reads more the more
/// invoices there are.
/// </summary>
public sealed class ListBillings(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>
    /// A page past the end answers the last one; one that is more than <see cref="BillingPages.Far"/> rows away from both ends the nearest
    /// that is not, unless the list is sorted by date or the page stands beside the shown one.
    /// </summary>
    /// <param name="actor">Sees the invoices of the own merchant.</param>
    /// <param name="query">Which invoices, in which order, which page.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <param name="shown">The page that was answered last for the same filters, order and size.</param>
    public async Task<Page<BillingRow>> HandleAsync(
        Actor actor, BillingQuery query, CancellationToken stop, Page<BillingRow>? shown = null)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return query.Search.Trim() is { Length: > 0 } search
            ? await new SearchBillings(db, actor, query, search).HandleAsync(stop)
            : await new BillingPages(db, actor, query).ReadAsync(shown, stop);
    }

    /// <summary>All that the query asks for, however many.</summary>
    internal static IQueryable<Invoice> Find(BillingDb db, Actor actor, BillingQuery query)
    {
        var found = Narrowed(db.Set<Invoice>().VisibleTo(actor), query);
        return query.Search.Trim() is { Length: > 0 } search ? db.Matching(found, actor.MerchantId, search) : found;
    }

    /// <summary>Those that the filters leave; the search is not one of them.</summary>
    internal static IQueryable<Invoice> Narrowed(IQueryable<Invoice> found, BillingQuery query)
    {
        found = query.Status is { } status ? found.Where(i => i.Status == status) : found;
        found = query.Type is { } type ? found.Where(i => i.DocumentType == type) : found;
        found = query.From is { } from ? found.Where(i => i.InvoiceDate >= from) : found;
        return query.To is { } to ? found.Where(i => i.InvoiceDate <= to) : found;
    }

    internal static IQueryable<BillingRow> Rows(IQueryable<Invoice> found) => found.Select(i =>
        new BillingRow(
            i.Id, i.Number, i.TaxNumber, i.CustomerName, i.InvoiceDate, i.Due, i.Total, i.Outstanding, i.Status, i.DocumentType));

    internal static IOrderedQueryable<Invoice> Sorted(IQueryable<Invoice> found, BillingSort sort, bool descending) => sort switch
    {
        BillingSort.InvoiceNo => By(found, i => i.Number, descending),
        BillingSort.TaxNumber => By(found, i => i.TaxNumber, descending),
        BillingSort.Customer => By(Shown(found, descending), i => i.CustomerName, descending),
        BillingSort.InvoiceDate => By(Shown(found, descending), i => i.InvoiceDate, descending),
        BillingSort.DueDate => By(Shown(found, descending), i => i.Due, descending),
        BillingSort.Total => By(Shown(found, descending), i => EF.Property<decimal>(i, InvoiceColumns.SignedTotal), descending),
        BillingSort.Outstanding => By(Shown(found, descending), i => EF.Property<decimal>(i, InvoiceColumns.Balance), descending),
        BillingSort.Status => By(Then(Shown(found, descending), i => i.Status, descending), i => i.InvoiceDate, descending),
    };

    // No shown invoice is deleted, but the indexes begin with it, and PostgreSQL reads them in order only when the order says so.
    private static IOrderedQueryable<Invoice> Shown(IQueryable<Invoice> found, bool descending) =>
        descending ? found.OrderByDescending(i => i.DeletedAt) : found.OrderBy(i => i.DeletedAt);

    private static IOrderedQueryable<Invoice> Then<TKey>(
        IOrderedQueryable<Invoice> found, Expression<Func<Invoice, TKey>> key, bool descending) =>
        descending ? found.ThenByDescending(key) : found.ThenBy(key);

    // The key breaks ties, so that no row stands on two pages.
    private static IOrderedQueryable<Invoice> By<TKey>(IQueryable<Invoice> found, Expression<Func<Invoice, TKey>> key, bool descending) =>
        Then(descending ? found.OrderByDescending(key) : found.OrderBy(key), i => i.Id, descending);

    private static IOrderedQueryable<Invoice> By<TKey>(
        IOrderedQueryable<Invoice> found, Expression<Func<Invoice, TKey>> key, bool descending) =>
        Then(Then(found, key, descending), i => i.Id, descending);
}

/// <summary>One row of the Billing List.</summary>
/// <param name="Id">Key, for live changes.</param>
/// <param name="Number">Invoice No.</param>
/// <param name="TaxNumber">E-Faktur No; null without one.</param>
/// <param name="Customer">Customer name.</param>
/// <param name="InvoiceDate">Jakarta calendar day.</param>
/// <param name="Due">Instant (UTC).</param>
/// <param name="Total">Whole rupiah, as the document states it.</param>
/// <param name="Outstanding">Rupiah, as the document states it; below 0 when too much was paid.</param>
/// <param name="Status">Its status.</param>
/// <param name="Type">What it is: a credit note's amounts are shown below 0.</param>
public sealed record BillingRow(
    long Id,
    string Number,
    TaxNumber? TaxNumber,
    string Customer,
    DateOnly InvoiceDate,
    DateTime Due,
    decimal Total,
    decimal Outstanding,
    InvoiceStatus Status,
    DocumentType Type)
{
    /// <summary>The total as the list shows it: below 0 for what takes something back.</summary>
    public decimal SignedTotal => Type.Signed(Total);

    /// <summary>What is owed to the merchant, below 0 what it still credits; null where nothing is owed to it.</summary>
    public decimal? Balance => Type.Balance(Outstanding);
}
