using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Totals;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
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
        var first = month.AddMonths(-MonthsBack);
        var open = db.Set<UploadTotal>().VisibleTo(actor);
        var read = await db.Set<Merchant>().Where(m => m.Id == actor.MerchantId).Select(m => new
        {
            Off = db.Set<BillingSettings>().Any(s => s.MerchantId == m.Id && !s.EFakturModule),
            Open = open.Where(t => t.Month == month).Sum(t => t.Count),
            Overdue = open.Where(t => t.Month >= first && t.Month < month).Sum(t => t.Count),
        }).SingleAsync(stop);
        return read.Off ? Refusals.ModuleOff : new UploadReminder(today, read.Open, read.Overdue);
    }
}
