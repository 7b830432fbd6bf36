using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
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
        var found = await (
            from m in write.Db.Set<Merchant>()
            where m.Id == write.Actor.MerchantId
            join c in write.Db.Set<InvoiceCounter>().Where(c => c.Month == month) on m.Id equals c.MerchantId into counters
            from c in counters.DefaultIfEmpty()
            select new { m.Code, m.Name, Counter = c })
            .SingleAsync(write.Stop);
        write.Merchant = new MerchantName(found.Code, found.Name);
        var counter = found.Counter
            ?? write.Db.Add(new InvoiceCounter { MerchantId = write.Actor.MerchantId, Month = month }).Entity;
        counter.Last++;
        return InvoiceNumber.Of(found.Code, invoiceDate, counter.Last);
    }
}
