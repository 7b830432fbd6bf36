using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Storms;

/// <summary>Invoices that are there before a storm begins.</summary>
internal static class StormInvoices
{
    /// <summary>Issues so many, dated today.</summary>
    public static async Task<List<Invoice>> IssuedAsync(TestDb db, GivenMerchant merchant, int count)
    {
        var today = JakartaCalendar.DayOf(db.Clock.Now());
        var content = (await merchant.ContentAsync()) with
        {
            InvoiceDate = today,
            DueDate = today.AddDays(30),
            TransactionCode = TransactionCodes.Usual(today),
        };
        for (var i = 0; i < count; i++)
        {
            (await db.Get<SaveInvoice>().HandleAsync(merchant.Finance, content, AfterSave.Issue, null, default)).Ok.Should().BeTrue();
        }

        return await db.ReadAsync(d => d.Set<Invoice>().AsNoTracking().OrderBy(i => i.Id).ToListAsync());
    }
}
