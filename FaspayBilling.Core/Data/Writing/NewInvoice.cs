using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Core.Data.Writing;

/// <summary>Writes an invoice that there was not yet.</summary>
internal static class NewInvoice
{
    /// <summary>Adds it under a key that it has at once: what points at it is saved together with it, and the invoice only once.</summary>
    public static async Task AddAsync(this WriteContext write, Invoice invoice)
    {
        write.Db.Entry(invoice).Property(i => i.Id).CurrentValue = await write.Db.NextInvoiceKeyAsync(write.Stop);
        write.Db.Add(invoice);
        write.Made(invoice);
    }
}
