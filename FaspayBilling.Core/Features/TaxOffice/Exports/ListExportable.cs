using System.Linq.Expressions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.Exports;

/// <summary>Reads one page of Export CSV, the issued and taxed invoices of a month, in two commands.</summary>
public sealed class ListExportable(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>module.off</c>. A page past the end answers the last one.</summary>
    public async Task<Outcome<ExportablePage>> HandleAsync(Actor actor, ExportableQuery query, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = Find(db, actor, query);

        // One command for all: the module, the channel, and how many there are.
        var head = await db.Set<Merchant>().Where(m => m.Id == actor.MerchantId).Select(m => new
        {
            Settings = db.Set<BillingSettings>()
                .Where(s => s.MerchantId == m.Id)
                .Select(s => new { s.EFakturModule, s.TaxChannel })
                .FirstOrDefault(),
            Total = found.Count(),
        }).SingleAsync(stop);
        if (head.Settings is { EFakturModule: false })
        {
            return Refusals.ModuleOff;
        }

        var size = PageSizes.Of(query.Size);
        var number = Math.Clamp(query.Page, 1, Math.Max(1, (head.Total + size - 1) / size));
        var rows = await Sorted(
            found.Join(db.Set<Customer>(), i => i.CustomerId, c => c.Id, (i, c) => new Pair { Invoice = i, Customer = c }),
            query.Sort,
            query.Descending)
            .Skip((number - 1) * size).Take(size)
            .Select(p => new ExportableRow(
                p.Invoice.Id,
                p.Invoice.Number,
                p.Invoice.TaxNumber,
                p.Invoice.CoretaxNumber,
                p.Invoice.Due,
                p.Invoice.CustomerName,
                p.Customer.NpwpName,
                p.Customer.Document == BuyerIdType.Tin ? p.Customer.Npwp : p.Customer.DocumentNumber,
                p.Invoice.Status,
                p.Invoice.ExportedAt,
                p.Invoice.ExportedBy)
            {
                Type = p.Invoice.DocumentType,
            })
            .ToListAsync(stop);
        return new ExportablePage(new Page<ExportableRow>(rows, head.Total, number, size), head.Settings?.TaxChannel ?? TaxChannel.Desktop);
    }

    /// <summary>The keys of all of the month's invoices, for checking them all at once.</summary>
    public async Task<IReadOnlyList<long>> AllAsync(Actor actor, ExportableQuery query, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await Find(db, actor, query).OrderBy(i => i.Id).Select(i => i.Id).ToListAsync(stop);
    }

    private static IQueryable<Invoice> Find(BillingDb db, Actor actor, ExportableQuery query) =>
        db.Set<Invoice>().VisibleTo(actor).Exportable()
            .Where(i => i.InvoiceDate >= query.First && i.InvoiceDate <= query.Last);

    private static IOrderedQueryable<Pair> Sorted(IQueryable<Pair> found, ExportableSort sort, bool descending) => sort switch
    {
        ExportableSort.InvoiceNo => By(found, p => p.Invoice.Number, descending),
        ExportableSort.TaxNumber => By(found, p => p.Invoice.TaxNumber, descending),
        ExportableSort.DueDate => By(found, p => p.Invoice.Due, descending),
        ExportableSort.Customer => By(found, p => p.Invoice.CustomerName, descending),
        ExportableSort.NpwpName => By(found, p => p.Customer.NpwpName, descending),
        ExportableSort.Npwp => By(found, p => p.Customer.Npwp, descending),
        ExportableSort.Status => By(found, p => p.Invoice.Status, descending),
        ExportableSort.Exported => By(found, p => p.Invoice.ExportedAt, descending),
    };

    // The key breaks ties, so that no row stands on two pages.
    private static IOrderedQueryable<Pair> By<TKey>(IQueryable<Pair> found, Expression<Func<Pair, TKey>> key, bool descending) =>
        descending ? found.OrderByDescending(key).ThenByDescending(p => p.Invoice.Id) : found.OrderBy(key).ThenBy(p => p.Invoice.Id);

    private sealed class Pair
    {
        public required Invoice Invoice { get; init; }

        public required Customer Customer { get; init; }
    }
}

/// <summary>One page of the month, and which files its merchant may make.</summary>
public sealed record ExportablePage(Page<ExportableRow> Invoices, TaxChannel Channel);

/// <summary>One row of Export CSV.</summary>
/// <param name="Id">The invoice's key.</param>
/// <param name="Number">Invoice No.</param>
/// <param name="TaxNumber">E-Faktur No; null without one.</param>
/// <param name="CoretaxNumber">17 digits; null until they were read back.</param>
/// <param name="Due">Instant (UTC).</param>
/// <param name="Customer">Customer name as the invoice was written.</param>
/// <param name="NpwpName">As the customer is now.</param>
/// <param name="Npwp">NPWP, else NIK or other number, as the customer is now.</param>
/// <param name="Status">Unpaid, Partially Paid, Overdue or Paid.</param>
/// <param name="ExportedAt">Null for Not Exported.</param>
/// <param name="ExportedBy">Who exported it last.</param>
public sealed record ExportableRow(
    long Id,
    string Number,
    TaxNumber? TaxNumber,
    string? CoretaxNumber,
    DateTime Due,
    string Customer,
    string NpwpName,
    string Npwp,
    InvoiceStatus Status,
    DateTime? ExportedAt,
    string? ExportedBy)
{
    /// <summary>Invoice or debit note.</summary>
    public DocumentType Type { get; init; }

    /// <summary>The number as the list shows it.</summary>
    public string? ShownNumber => TaxNumber?.ToString() ?? CoretaxNumber;
}
