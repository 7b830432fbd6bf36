using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Core.Features.BillPage;

/// <summary>The one way from a bill's key to its invoice.</summary>
internal static class BillQueries
{
    /// <summary>The invoice with that key, if it was sent and not deleted.</summary>
    public static IQueryable<Invoice> Billed(this IQueryable<Invoice> invoices, string key) =>
        invoices.Where(i => i.BillKey == key && i.Status != InvoiceStatus.Draft);
}
