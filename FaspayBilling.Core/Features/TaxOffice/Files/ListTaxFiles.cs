using System.Linq.Expressions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Paging;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>Reads one page of E-Faktur Files, the current file of each number, in two commands.</summary>
public sealed class ListTaxFiles(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>module.off</c>. A page past the end answers the last one.</summary>
    public async Task<Outcome<Page<TaxFileRow>>> HandleAsync(Actor actor, TaxFileQuery query, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = Find(db, actor, query);

        // Every file belongs to an invoice: without a filter of invoices nobody has to look at them.
        var counted = query is { Search: "", Start: null, End: null }
            ? Current(db, actor).Select(f => f.Id).Counted()
            : found.Select(p => p.File.Id).Counted();

        // One command for both: whether the module is on, and how many there are.
        var head = await db.Set<Merchant>().Where(m => m.Id == actor.MerchantId)
            .Select(m => new
            {
                On = !db.Set<BillingSettings>().Any(s => s.MerchantId == m.Id && !s.EFakturModule),
                Total = counted.Count(),
            })
            .SingleAsync(stop);
        if (!head.On)
        {
            return Refusals.ModuleOff;
        }

        var page = CountedPage.Of(head.Total, query.Page, query.Size);
        var rows = await Sorted(found, query.Sort, query.Descending).At(page)
            .Select(p => new TaxFileRow(
                p.File.Id, p.File.TaxNumber, p.File.CoretaxNumber, p.Invoice.Id, p.Invoice.Number, p.Invoice.CustomerName,
                p.File.EmailStatus, p.File.EmailReason, p.File.Status)
            {
                Type = p.Invoice.DocumentType,
                Waiting = db.Set<OutboxMail>().Any(m => m.TaxFileId == p.File.Id && m.State == MailState.Waiting),
            })
            .ToListAsync(stop);
        return page.With(rows);
    }

    internal static IQueryable<Pair> Find(BillingDb db, Actor actor, TaxFileQuery query)
    {
        var invoices = Searched(db, actor, query.Search.Trim());
        if (query.Start is { } start)
        {
            var first = new DateOnly(start.Year, start.Month, 1);
            invoices = invoices.Where(i => i.InvoiceDate >= first);
        }

        if (query.End is { } end)
        {
            var last = new DateOnly(end.Year, end.Month, DateTime.DaysInMonth(end.Year, end.Month));
            invoices = invoices.Where(i => i.InvoiceDate <= last);
        }

        return Current(db, actor).Join(invoices, f => f.InvoiceId, i => i.Id, (f, i) => new Pair { File = f, Invoice = i });
    }

    private static IQueryable<TaxFile> Current(BillingDb db, Actor actor) =>
        db.Set<TaxFile>().VisibleTo(actor).Where(f => f.ReplacedAt == null);

    private static IQueryable<Invoice> Searched(BillingDb db, Actor actor, string search)
    {
        var invoices = db.Set<Invoice>().VisibleTo(actor);
        return search.Length == 0 ? invoices
            : TaxNumber.TryParse(search, out var number) ? invoices.Where(i => i.TaxNumber == number)
            : CoretaxNumber.TryParse(search, out var coretax) ? OfCoretax(db, invoices, coretax.Digits)
            : db.Matching(invoices, actor.MerchantId, search);
    }

    // A replaced number still finds its invoice.
    private static IQueryable<Invoice> OfCoretax(BillingDb db, IQueryable<Invoice> invoices, string digits) =>
        invoices.Where(i => i.CoretaxNumber == digits || db.Set<TaxFile>().Any(f => f.InvoiceId == i.Id && f.CoretaxNumber == digits));

    internal static IOrderedQueryable<Pair> Sorted(IQueryable<Pair> found, TaxFileSort sort, bool descending) => sort switch
    {
        TaxFileSort.Uploaded => By(found, p => p.File.UploadedAt, descending),
        TaxFileSort.TaxNumber => By(found, p => p.File.TaxNumber, descending),
        TaxFileSort.InvoiceNo => By(found, p => p.Invoice.Number, descending),
        TaxFileSort.Customer => By(found, p => p.Invoice.CustomerName, descending),
        TaxFileSort.EmailStatus => By(found, p => p.File.EmailStatus, descending),
        TaxFileSort.Status => By(found, p => p.File.Status, descending),
    };

    // The key breaks ties, so that no row stands on two pages.
    private static IOrderedQueryable<Pair> By<TKey>(IQueryable<Pair> found, Expression<Func<Pair, TKey>> key, bool descending) =>
        descending ? found.OrderByDescending(key).ThenByDescending(p => p.File.Id) : found.OrderBy(key).ThenBy(p => p.File.Id);

    internal sealed class Pair
    {
        public required TaxFile File { get; init; }

        public required Invoice Invoice { get; init; }
    }
}

/// <summary>One row of E-Faktur Files.</summary>
/// <param name="Id">The file's key, by which it is opened.</param>
/// <param name="TaxNumber">E-Faktur No; null for a file of Coretax.</param>
/// <param name="CoretaxNumber">17 digits; null for a file of the Desktop application.</param>
/// <param name="InvoiceId">The invoice's key, for live changes.</param>
/// <param name="InvoiceNumber">Invoice No.</param>
/// <param name="Customer">Customer name.</param>
/// <param name="EmailStatus">Ready to Send, Sent or Failed.</param>
/// <param name="EmailReason">Why it failed.</param>
/// <param name="Status">Normal or Replacement.</param>
public sealed record TaxFileRow(
    long Id,
    TaxNumber? TaxNumber,
    string? CoretaxNumber,
    long InvoiceId,
    string InvoiceNumber,
    string Customer,
    TaxFileEmailStatus EmailStatus,
    string? EmailReason,
    TaxFileStatus Status)
{
    /// <summary>Its mail is on the way.</summary>
    public bool Waiting { get; init; }

    /// <summary>Invoice or debit note.</summary>
    public DocumentType Type { get; init; }

    /// <summary>The number as the list shows it.</summary>
    public string Shown => TaxNumber?.ToString() ?? CoretaxNumber ?? "";
}
