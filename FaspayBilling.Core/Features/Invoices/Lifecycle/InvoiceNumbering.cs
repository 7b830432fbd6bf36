using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>
/// Gives invoice numbers from the merchant's counter of the month, inside the write that saves the invoice. What the rest of the write asks
/// about the merchant comes along.
/// </summary>
public static class InvoiceNumbering
{
    public static async Task<string> NextAsync(WriteContext write, DateOnly invoiceDate)
    {
        var month = InvoiceCounter.MonthOf(invoiceDate);
        var found = await write.Queries.Of(Find)(write.Db, write.Actor.MerchantId, month);
        write.Merchant = new MerchantName(found.Code, found.Name);
        write.Settings(found.Settings);
        var counter = found.Counter

            // Not stored yet: this write may have given the first number of the month.
            ?? write.Db.Set<InvoiceCounter>().Local.FirstOrDefault(c => c.MerchantId == write.Actor.MerchantId && c.Month == month)
            ?? write.Db.Add(new InvoiceCounter { MerchantId = write.Actor.MerchantId, Month = month }).Entity;
        counter.Last++;
        return InvoiceNumber.Of(found.Code, invoiceDate, counter.Last);
    }

    private static Func<BillingDb, long, int, Task<Found>> Find() => EF.CompileAsyncQuery(
        (BillingDb db, long merchant, int month) =>
            (from m in db.Set<Merchant>()
             where m.Id == merchant
             join c in db.Set<InvoiceCounter>().Where(c => c.Month == month) on m.Id equals c.MerchantId into counters
             from c in counters.DefaultIfEmpty()
             join s in db.Set<BillingSettings>() on m.Id equals s.MerchantId into settings
             from s in settings.DefaultIfEmpty()
             select new Found(m.Code, m.Name, c, s))
            .Single());

    private sealed record Found(string Code, string Name, InvoiceCounter? Counter, BillingSettings? Settings);
}
