using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Core.Features.Invoices;

/// <summary>The customer of an invoice that is written.</summary>
internal static class Buyers
{
    /// <summary>Read once a write, however many ask.</summary>
    public static async Task<Customer> BuyerAsync(this WriteContext write, Invoice invoice) =>
        await write.Db.Set<Customer>().FindAsync([invoice.CustomerId], write.Stop)
        ?? throw new InvalidOperationException($"Invoice {invoice.Number} has no customer.");
}
