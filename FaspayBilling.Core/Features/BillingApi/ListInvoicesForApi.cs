using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
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
/// Get List Invoice: finds the merchant by the signature and reads one page of what its customers owe or owed, in two commands; credit
/// notes and self-billed documents are no part of it.
/// </summary>
public sealed class ListInvoicesForApi(IDbContextFactory<BillingDb> dbs, BillingSecrets secrets)
{
    /// <summary>Invoices a page, fixed.</summary>
    public const int Size = 100;

    /// <summary>By invoice date, due moment and number; a page past the end has no rows. Refuses <c>api-credential.signature</c>.</summary>
    public async Task<Outcome<InvoicesPage>> HandleAsync(string signature, InvoicesQuery query, CancellationToken stop)
    {
        if (await secrets.HashAsync(signature, stop) is not { } hash)
        {
            return ApiRefusals.ApiSignature;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var invoices = Find(db, query);
        var caller = await db.Set<BillingCredential>().Where(c => c.SignatureHash == hash && c.RevokedAt == null)
            .Select(c => new { c.MerchantId, c.SignatureHash, Total = invoices.Count(i => i.MerchantId == c.MerchantId) })
            .SingleOrDefaultAsync(stop);
        if (caller is null || !ApiSecret.Same(caller.SignatureHash, hash))
        {
            return ApiRefusals.ApiSignature;
        }

        var pages = (caller.Total + Size - 1) / Size;
        var rows = query.Page > pages ? [] : await RowsAsync(db, invoices.Where(i => i.MerchantId == caller.MerchantId), query.Page, stop);
        return new InvoicesPage(pages, caller.Total, rows);
    }

    private static IQueryable<Invoice> Find(BillingDb db, InvoicesQuery query)
    {
        var found = db.Set<Invoice>().Receivables()
            .Where(i => i.InvoiceDate >= query.From && i.InvoiceDate <= query.To && query.Statuses.Contains(i.Status));
        if (query.CustomerNumber is { } number)
        {
            found = found.Where(i => db.Set<Customer>().Any(c => c.Id == i.CustomerId && c.Number == number));
        }

        if (query.DueDay is { } day)
        {
            var (start, end) = (JakartaCalendar.StartOf(day), JakartaCalendar.StartOf(day.AddDays(1)));
            found = found.Where(i => i.Due >= start && i.Due < end);
        }

        return found;
    }

    private static Task<List<InvoiceForApi>> RowsAsync(BillingDb db, IQueryable<Invoice> invoices, int page, CancellationToken stop) =>
        invoices.OrderBy(i => i.InvoiceDate).ThenBy(i => i.Due).ThenBy(i => i.Number).Skip((page - 1) * Size).Take(Size)
            .Join(db.Set<Customer>(), i => i.CustomerId, c => c.Id, (i, c) => new { i, c.Number })
            .OrderBy(r => r.i.InvoiceDate).ThenBy(r => r.i.Due).ThenBy(r => r.i.Number)
            .Select(r => new InvoiceForApi(r.Number, r.i.CustomerName, r.i.InvoiceDate, r.i.Number, r.i.Due, r.i.Status, r.i.Outstanding))
            .ToListAsync(stop);
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
