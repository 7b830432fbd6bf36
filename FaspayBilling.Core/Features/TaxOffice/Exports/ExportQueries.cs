using System.Runtime.CompilerServices;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.Exports;

/// <summary>Which invoices go to the tax office, and how an export reads them.</summary>
internal static class ExportQueries
{
    /// <summary>At most so many in one export.</summary>
    public const int Most = 10_000;

    private const int AtOnce = 500;

    /// <summary>Issued and taxed, and a tax invoice at all: no notes that take something off, nothing that the buyer issues.</summary>
    public static IQueryable<Invoice> Exportable(this IQueryable<Invoice> invoices) => invoices.Where(TaxInvoices.Are).Where(i =>
        i.Status == InvoiceStatus.Unpaid
        || i.Status == InvoiceStatus.PartiallyPaid
        || i.Status == InvoiceStatus.Overdue
        || i.Status == InvoiceStatus.Paid);

    /// <summary>
    /// The actor's invoices of these keys with their lines and their customers as they are now, a few hundred at once; keys that are not
    /// there are left out.
    /// </summary>
    public static async IAsyncEnumerable<(Invoice Invoice, Customer Customer)> ReadAsync(
        BillingDb db, Actor actor, IReadOnlyCollection<long> ids, [EnumeratorCancellation] CancellationToken stop)
    {
        var customers = new Dictionary<long, Customer>();
        foreach (var some in ids.Distinct().Order().Chunk(AtOnce))
        {
            var invoices = await db.Set<Invoice>().VisibleTo(actor).Where(i => some.Contains(i.Id)).Include(i => i.Lines).ToListAsync(stop);
            var missing = invoices.Select(i => i.CustomerId).Where(id => !customers.ContainsKey(id)).Distinct().ToList();
            foreach (var customer in await db.Set<Customer>().VisibleTo(actor).Where(c => missing.Contains(c.Id)).ToListAsync(stop))
            {
                customers[customer.Id] = customer;
            }

            foreach (var invoice in invoices)
            {
                yield return (invoice, customers[invoice.CustomerId]);
            }
        }
    }

    /// <summary>Refuses <c>tax-export.none-checked</c>, <c>tax-export.too-many</c>.</summary>
    public static Refusal? WhyNot(IReadOnlyCollection<long> ids) =>
        ids.Count == 0 ? TaxOfficeRefusals.ExportNoneChecked : ids.Count > Most ? TaxOfficeRefusals.ExportTooMany : null;
}
