using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.ApiAccess;
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
        if (query.CustomerNumber is null && query.DueDay is null)
        {
            return await new InvoicesByDate(db, merchant, query).ReadAsync(stop);
        }

        var found = Find(db, merchant, query);
        return await InvoicesPage.OfAsync(
            await found.CountAsync(stop), query.Page, (first, count) => RowsAsync(db, found, first, count, stop));
    }

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

        return found.Receivables().Where(i => query.Statuses.Contains(i.Status))
            .Where(i => i.InvoiceDate >= query.From && i.InvoiceDate <= query.To);
    }

    private static Task<List<InvoiceForApi>> RowsAsync(
        BillingDb db, IQueryable<Invoice> found, int first, int count, CancellationToken stop) =>
        Sorted(Sorted(found).Skip(first).Take(count))
            .Select(i => new InvoiceForApi(
                db.Set<Customer>().Where(c => c.Id == i.CustomerId).Select(c => c.Number).First(),
                i.CustomerName, i.InvoiceDate, i.Number, i.Due, i.Status, i.Outstanding))
            .ToListAsync(stop);

    // DeletedAt is null in all of them, but the index begins with it, and PostgreSQL reads it in order only when the order says so.
    private static IOrderedQueryable<Invoice> Sorted(IQueryable<Invoice> found) =>
        found.OrderBy(i => i.DeletedAt).ThenBy(i => i.InvoiceDate).ThenBy(i => i.Due).ThenBy(i => i.Number);
}

/// <summary>One page of Get List Invoice.</summary>
/// <param name="Pages">How many pages there are; 0 without rows.</param>
/// <param name="Total">Invoices on all pages.</param>
/// <param name="Rows">Those of this page, at most 100.</param>
public sealed record InvoicesPage(int Pages, int Total, IReadOnlyList<InvoiceForApi> Rows)
{
    internal static async Task<InvoicesPage> OfAsync(int total, int page, Func<int, int, Task<List<InvoiceForApi>>> rows)
    {
        var pages = (total + ListInvoicesForApi.Size - 1) / ListInvoicesForApi.Size;
        if (page > pages)
        {
            return new InvoicesPage(pages, total, []);
        }

        var first = (page - 1) * ListInvoicesForApi.Size;
        return new InvoicesPage(pages, total, await rows(first, Math.Min(ListInvoicesForApi.Size, total - first)));
    }
}

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
