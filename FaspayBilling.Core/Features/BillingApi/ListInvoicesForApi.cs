using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.ApiAccess;
using FaspayBilling.Core.Data.Totals;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.BillingApi;

/// <summary>What Get List Invoice is asked for.</summary>
/// <param name="From">First invoice date, included.</param>
/// <param name="To">Last invoice date, included.</param>
/// <param name="Statuses">At least one.</param>
/// <param name="Page">From 1.</param>
/// <param name="CustomerNumber">The API's <c>customer_id</c>; null for all customers.</param>
/// <param name="DueDay">Jakarta day on which it falls due; null for any.</param>
public sealed record InvoicesQuery(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<InvoiceStatus> Statuses,
    int Page,
    int? CustomerNumber = null,
    DateOnly? DueDay = null);

/// <summary>
/// Get List Invoice: one page of what the customers of the merchant whose signature it is owe or owed, in two commands; credit notes and
/// self-billed documents are no part of it. Whole months are counted by kept totals, those of a customer or due day over its index.
/// </summary>
public sealed class ListInvoicesForApi(IDbContextFactory<BillingDb> dbs, KnownSignatures signatures)
{
    /// <summary>Invoices a page, fixed.</summary>
    public const int Size = 100;

    /// <summary>By invoice date, due moment and number; a page past the end has no rows. Refuses <c>api-credential.signature</c>.</summary>
    public async Task<Outcome<InvoicesPage>> HandleAsync(string signature, InvoicesQuery query, CancellationToken stop)
    {
        if (await signatures.MerchantAsync(signature, stop) is not { } merchant)
        {
            return ApiRefusals.ApiSignature;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = Find(db, merchant, query);
        if (query.CustomerNumber is not null || query.DueDay is not null)
        {
            found = found.Where(i => i.InvoiceDate >= query.From && i.InvoiceDate <= query.To);
            return await PageAsync(db, await found.CountAsync(stop), query.Page, (first, _) => (found, first, false), stop);
        }

        var days = await CountAsync(db, merchant, query, stop);
        return await PageAsync(db, days.Total, query.Page, (first, count) =>
        {
            var place = days.Find(first, count);
            var (from, to) = (place.From ?? query.From, place.Before?.AddDays(-1) ?? query.To);
            return (found.Where(i => i.InvoiceDate >= from && i.InvoiceDate <= to), place.Skip, place.Backwards);
        }, stop);
    }

    private static async Task<InvoicesPage> PageAsync(
        BillingDb db,
        int total,
        int page,
        Func<int, int, (IQueryable<Invoice> Found, int Skip, bool Backwards)> place,
        CancellationToken stop)
    {
        var pages = (total + Size - 1) / Size;
        if (page > pages)
        {
            return new InvoicesPage(pages, total, []);
        }

        var first = (page - 1) * Size;
        var count = Math.Min(Size, total - first);
        var (found, skip, backwards) = place(first, count);
        var rows = await RowsAsync(db, found, skip, count, backwards, stop);
        return new InvoicesPage(pages, total, rows);
    }

    private static Task<DayCounts> CountAsync(BillingDb db, long merchant, InvoicesQuery query, CancellationToken stop)
    {
        var totals = db.Set<InvoiceTotal>().Where(t => t.MerchantId == merchant && query.Statuses.Contains(t.Status)
            && (t.DocumentType == DocumentType.Invoice || t.DocumentType == DocumentType.DebitNote));
        return DayCounts.ReadAsync(totals, Find(db, merchant, query), query.From, query.To, stop);
    }

    // Whatever its dates.
    private static IQueryable<Invoice> Find(BillingDb db, long merchant, InvoicesQuery query)
    {
        var found = db.Set<Invoice>().Where(i => i.MerchantId == merchant);
        if (query.CustomerNumber is { } number)
        {
            // A customer's invoices are its merchant's: said twice, SQLite might walk through all of the merchant's.
            found = db.Set<Customer>().Where(c => c.MerchantId == merchant && c.Number == number)
                .SelectMany(c => db.Set<Invoice>().Where(i => i.CustomerId == c.Id));
        }

        if (query.DueDay is { } day)
        {
            var (start, end) = (JakartaCalendar.StartOf(day), JakartaCalendar.StartOf(day.AddDays(1)));
            found = found.Where(i => i.Due >= start && i.Due < end);

            // Cut before it is narrowed: its rows come from the due day's index, where else that of the dates might be walked.
            found = query.CustomerNumber is null ? found.Take(int.MaxValue) : found;
        }

        return found.Receivables().Where(i => query.Statuses.Contains(i.Status));
    }

    private static async Task<List<InvoiceForApi>> RowsAsync(
        BillingDb db, IQueryable<Invoice> found, int skip, int count, bool backwards, CancellationToken stop)
    {
        var page = Sorted(found, backwards).Skip(skip).Take(count);
        var rows = await Sorted(page, backwards)
            .Select(i => new InvoiceForApi(
                db.Set<Customer>().Where(c => c.Id == i.CustomerId).Select(c => c.Number).First(),
                i.CustomerName, i.InvoiceDate, i.Number, i.Due, i.Status, i.Outstanding))
            .ToListAsync(stop);
        if (backwards)
        {
            rows.Reverse();
        }

        return rows;
    }

    // DeletedAt is null in all of them, but the index begins with it, and PostgreSQL reads it in order only when the order says so.
    private static IOrderedQueryable<Invoice> Sorted(IQueryable<Invoice> found, bool backwards) => backwards
        ? found.OrderByDescending(i => i.DeletedAt)
            .ThenByDescending(i => i.InvoiceDate).ThenByDescending(i => i.Due).ThenByDescending(i => i.Number)
        : found.OrderBy(i => i.DeletedAt).ThenBy(i => i.InvoiceDate).ThenBy(i => i.Due).ThenBy(i => i.Number);
}

/// <summary>One page of Get List Invoice.</summary>
/// <param name="Pages">How many pages there are; 0 without rows.</param>
/// <param name="Total">Invoices on all pages.</param>
/// <param name="Rows">Those of this page, at most 100.</param>
public sealed record InvoicesPage(int Pages, int Total, IReadOnlyList<InvoiceForApi> Rows);

/// <summary>One invoice as Get List Invoice tells it.</summary>
/// <param name="CustomerNumber">The customer's number within the merchant.</param>
/// <param name="CustomerName">As the invoice was written.</param>
/// <param name="InvoiceDate">Jakarta calendar day.</param>
/// <param name="Number">Invoice number.</param>
/// <param name="Due">Instant (UTC).</param>
/// <param name="Status">Its status.</param>
/// <param name="Outstanding">Rupiah; below 0 when too much was paid.</param>
public sealed record InvoiceForApi(
    int CustomerNumber,
    string CustomerName,
    DateOnly InvoiceDate,
    string Number,
    DateTime Due,
    InvoiceStatus Status,
    decimal Outstanding);
