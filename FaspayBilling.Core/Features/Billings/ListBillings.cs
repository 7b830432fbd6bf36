using System.Linq.Expressions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Billings;

/// <summary>Reads one page of the Billing List in two commands: the count and the rows.</summary>
public sealed class ListBillings(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>A page past the end answers the last one.</summary>
    public async Task<Page<BillingRow>> HandleAsync(Actor actor, BillingQuery query, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = Find(db, actor, query);
        var total = await found.CountAsync(stop);
        var size = PageSizes.Of(query.Size);
        var last = Math.Max(1, (total + size - 1) / size);
        var number = Math.Clamp(query.Page, 1, last);
        var rows = await Sorted(found, query.Sort, query.Descending).Skip((number - 1) * size).Take(size)
            .Select(i => new BillingRow(i.Id, i.Number, i.TaxNumber, i.CustomerName, i.InvoiceDate, i.Due, i.Total, i.Outstanding, i.Status))
            .ToListAsync(stop);
        return new Page<BillingRow>(rows, total, number, size);
    }

    internal static IQueryable<Invoice> Find(BillingDb db, Actor actor, BillingQuery query)
    {
        var found = db.Set<Invoice>().VisibleTo(actor);
        if (query.Search.Trim() is { Length: > 0 } search)
        {
            found = db.Matching(found, search);
        }

        found = query.Status is { } status ? found.Where(i => i.Status == status) : found;
        found = query.From is { } from ? found.Where(i => i.InvoiceDate >= from) : found;
        return query.To is { } to ? found.Where(i => i.InvoiceDate <= to) : found;
    }

    internal static IOrderedQueryable<Invoice> Sorted(IQueryable<Invoice> found, BillingSort sort, bool descending) => sort switch
    {
        BillingSort.InvoiceNo => By(found, i => i.Number, descending),
        BillingSort.TaxNumber => By(found, i => i.TaxNumber, descending),
        BillingSort.Customer => By(found, i => i.CustomerName, descending),
        BillingSort.InvoiceDate => By(found, i => i.InvoiceDate, descending),
        BillingSort.DueDate => By(found, i => i.Due, descending),
        BillingSort.Total => By(found, i => i.Total, descending),
        BillingSort.Outstanding => By(found, i => i.Outstanding, descending),
        BillingSort.Status => By(found, i => i.Status, descending),
    };

    // The key breaks ties, so that no row stands on two pages.
    private static IOrderedQueryable<Invoice> By<TKey>(IQueryable<Invoice> found, Expression<Func<Invoice, TKey>> key, bool descending) =>
        descending ? found.OrderByDescending(key).ThenByDescending(i => i.Id) : found.OrderBy(key).ThenBy(i => i.Id);
}

/// <summary>One row of the Billing List.</summary>
/// <param name="Id">Key, for live changes.</param>
/// <param name="Number">Invoice No.</param>
/// <param name="TaxNumber">E-Faktur No; null without one.</param>
/// <param name="Customer">Customer name.</param>
/// <param name="InvoiceDate">Jakarta calendar day.</param>
/// <param name="Due">Instant (UTC).</param>
/// <param name="Total">Whole rupiah.</param>
/// <param name="Outstanding">Rupiah; below 0 when too much was paid.</param>
/// <param name="Status">Its status.</param>
public sealed record BillingRow(
    long Id, string Number, TaxNumber? TaxNumber, string Customer, DateOnly InvoiceDate, DateTime Due, decimal Total, decimal Outstanding, InvoiceStatus Status);
