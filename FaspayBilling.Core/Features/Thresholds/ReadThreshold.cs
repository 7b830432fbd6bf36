using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.Time;
using FaspayBilling.Core.Features.Settings;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Thresholds;

/// <summary>Reads the threshold setting and how the current year stands against it.</summary>
public sealed class ReadThreshold(IDbContextFactory<BillingDb> dbs, TimeProvider clock)
{
    /// <summary>Refuses <c>module.off</c>.</summary>
    public async Task<Outcome<ThresholdView>> HandleAsync(Actor actor, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var settings = await db.SettingsAsync(actor, stop);
        if (!settings.EFakturModule)
        {
            return Refusals.ModuleOff;
        }

        var year = JakartaCalendar.YearOf(clock.Now());
        var threshold = await db.Set<Threshold>().AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(stop);
        var available = await db.Set<FreeNumbers>().VisibleTo(actor).Where(r => r.Year == year).SumAsync(r => r.Last - r.First + 1, stop);
        return new ThresholdView(threshold?.Limit ?? 0, threshold?.Active ?? false, threshold?.Version ?? 0, year, available, settings.NotificationAddresses);
    }
}

/// <summary>The setting and the count it is held against.</summary>
/// <param name="Limit">Threshold Limit.</param>
/// <param name="Active">True when mails go out.</param>
/// <param name="Version">For saving: a stale one is refused.</param>
/// <param name="Year">The current Jakarta year.</param>
/// <param name="Available">Its available numbers.</param>
/// <param name="Addresses">Who is told; empty when nobody is.</param>
public sealed record ThresholdView(int Limit, bool Active, int Version, int Year, long Available, IReadOnlyList<string> Addresses)
{
    /// <summary>The number of available numbers is at the limit or below while the threshold is active.</summary>
    public bool Reached => Active && Available <= Limit;
}
