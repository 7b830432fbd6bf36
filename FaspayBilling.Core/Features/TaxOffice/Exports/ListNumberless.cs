using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Paging;
using FaspayBilling.Core.Data.Totals;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.Exports;

/// <summary>Reads one page of the tax invoices that were issued without a number, the oldest first, in two commands.</summary>
public sealed class ListNumberless(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>module.off</c>. A page past the end answers the last one.</summary>
    public async Task<Outcome<Page<NumberlessRow>>> HandleAsync(Actor actor, int page, int size, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);

        var found = db.Set<TaxGap>().VisibleTo(actor).Where(g => g.Kind == TaxKind.WithoutNumber);
        var totals = db.Set<TaxTotal>().VisibleTo(actor).Where(t => t.Kind == TaxKind.WithoutNumber);

        // One command for both: whether the module is on, and how many there are.
        var head = await db.Set<Merchant>().Where(m => m.Id == actor.MerchantId)
            .Select(m => new
            {
                Off = db.Set<BillingSettings>().Any(s => s.MerchantId == m.Id && !s.EFakturModule),
                Total = totals.Sum(t => t.Count),
            })
            .SingleAsync(stop);
        if (head.Off)
        {
            return Refusals.ModuleOff;
        }

        var shown = CountedPage.Of(head.Total, page, size);
        var rows = await found.OrderBy(g => g.InvoiceDate).ThenBy(g => g.InvoiceId).At(shown)
            .Join(db.Set<Invoice>(), g => g.InvoiceId, i => i.Id, (g, i) => i)
            .OrderBy(i => i.InvoiceDate).ThenBy(i => i.Id)
            .Select(i => new NumberlessRow(i.Id, i.Number, i.InvoiceDate, i.CustomerName, i.Total, i.Status, i.DocumentType))
            .ToListAsync(stop);
        return shown.With(rows);
    }
}

/// <summary>A tax invoice without a number.</summary>
/// <param name="Id">Key, for live changes.</param>
/// <param name="Number">Invoice No.</param>
/// <param name="Date">Jakarta calendar day; its year says of which ranges it takes a number.</param>
/// <param name="Customer">Customer name as the invoice was written.</param>
/// <param name="Total">Rupiah.</param>
/// <param name="Status">Unpaid, Partially Paid, Overdue or Paid.</param>
/// <param name="Type">Invoice or debit note.</param>
public sealed record NumberlessRow(
    long Id,
    string Number,
    DateOnly Date,
    string Customer,
    decimal Total,
    InvoiceStatus Status,
    DocumentType Type);
