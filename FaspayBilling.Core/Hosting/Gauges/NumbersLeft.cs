using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Hosting.Gauges;

/// <summary>Tells the kept counts of available numbers of all merchants, also where none is left.</summary>
public sealed class NumbersLeft(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>One row for each Year Period of which a merchant has a range.</summary>
    public async Task<IReadOnlyList<NumbersLeftOf>> ReadAsync(CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var codes = await db.Set<Merchant>().Select(m => new { m.Id, m.Code }).ToDictionaryAsync(m => m.Id, m => m.Code, stop);
        var years = await db.Set<TaxNumberRange>().IgnoreQueryFilters()
            .Select(r => new { r.MerchantId, r.Year })
            .Distinct()
            .ToListAsync(stop);
        var counts = await db.Set<NumberCount>().IgnoreQueryFilters()
            .Select(c => new { c.MerchantId, c.Year, c.Available })
            .ToDictionaryAsync(c => (c.MerchantId, c.Year), c => c.Available, stop);
        return
        [
            .. years.Where(y => codes.ContainsKey(y.MerchantId))
                .Select(y => new NumbersLeftOf(codes[y.MerchantId], y.Year, counts.GetValueOrDefault((y.MerchantId, y.Year)))),
        ];
    }
}

/// <summary>How many numbers a merchant has left of a year.</summary>
/// <param name="Merchant">Its code.</param>
/// <param name="Year">The Year Period.</param>
/// <param name="Numbers">Available ones.</param>
public sealed record NumbersLeftOf(string Merchant, int Year, long Numbers);
