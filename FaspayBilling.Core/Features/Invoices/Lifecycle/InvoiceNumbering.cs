using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>Gives invoice numbers from the merchant's counter of the month, inside the write that saves the invoice.</summary>
public static class InvoiceNumbering
{
    public static async Task<string> NextAsync(WriteContext write, DateOnly invoiceDate)
    {
        var month = InvoiceCounter.MonthOf(invoiceDate);
        var counter = await write.Db.Set<InvoiceCounter>().VisibleTo(write.Actor).SingleOrDefaultAsync(c => c.Month == month, write.Stop);
        if (counter is null)
        {
            counter = new InvoiceCounter { MerchantId = write.Actor.MerchantId, Month = month };
            write.Db.Add(counter);
        }

        counter.Last++;
        var code = await write.Db.Set<Merchant>().Where(m => m.Id == write.Actor.MerchantId).Select(m => m.Code).SingleAsync(write.Stop);
        return InvoiceNumber.Of(code, invoiceDate, counter.Last);
    }
}
