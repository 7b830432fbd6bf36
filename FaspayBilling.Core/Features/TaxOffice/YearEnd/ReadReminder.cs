using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.YearEnd;

/// <summary>Reads the reminder of the upload deadline that the E-Faktur pages show, in one command.</summary>
public sealed class ReadReminder(IDbContextFactory<BillingDb> dbs, TimeProvider clock)
{
    private const int MonthsBack = 12;

    /// <summary>Refuses <c>module.off</c>.</summary>
    public async Task<Outcome<UploadReminder>> HandleAsync(Actor actor, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var today = JakartaCalendar.DayOf(clock.Now());
        var month = UploadDeadline.NextMonth(today);
        var (first, after) = (month.AddMonths(-MonthsBack), month.AddMonths(1));
        var open = db.Set<Invoice>()
            .VisibleTo(actor)
            .Exportable()
            .Where(i => i.ExportedAt == null && i.CoretaxNumber == null && i.InvoiceDate < after);
        var read = await db.Set<Merchant>().Where(m => m.Id == actor.MerchantId).Select(m => new
        {
            Off = db.Set<BillingSettings>().Any(s => s.MerchantId == m.Id && !s.EFakturModule),
            Open = open.Count(i => i.InvoiceDate >= month),
            Overdue = open.Count(i => i.InvoiceDate >= first && i.InvoiceDate < month),
        }).SingleAsync(stop);
        return read.Off ? Refusals.ModuleOff : new UploadReminder(today, read.Open, read.Overdue);
    }
}
