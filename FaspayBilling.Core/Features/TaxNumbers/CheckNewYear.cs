using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxNumbers;

/// <summary>Checks every merchant's threshold once in each new Jakarta year, when the count falls without anybody acting.</summary>
public sealed class CheckNewYear(IDbContextFactory<BillingDb> dbs, WriteTransaction transaction, ThresholdCheck check, TimeProvider clock)
{
    /// <summary>Checks the merchants whose new year was not checked yet and whose E-Faktur Module is on.</summary>
    /// <exception cref="AggregateException">It broke for some; the others had their turn.</exception>
    public async Task HandleAsync(CancellationToken stop) =>
        await EachMerchant.RunAsync(
            await UncheckedAsync(JakartaCalendar.YearOf(clock.Now()), stop), actor => CheckAsync(actor, stop), stop);

    private Task CheckAsync(Actor actor, CancellationToken stop) => transaction.RunAsync(
        actor, new AuditedAction(HistorySubject.Threshold, "threshold.check"), async write =>
        {
            await check.RunAsync(write);
            return Outcome.Done;
        }, stop);

    private async Task<List<long>> UncheckedAsync(int year, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Set<Threshold>()
            .Where(t => t.Active && !db.Set<ThresholdState>().Any(s => s.MerchantId == t.MerchantId && s.Year == year)
                && !db.Set<BillingSettings>().Any(s => s.MerchantId == t.MerchantId && !s.EFakturModule))
            .Select(t => t.MerchantId).ToListAsync(stop);
    }
}
