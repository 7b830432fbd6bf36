using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxNumbers;

/// <summary>Lists the merchant's ranges with what is left of each, the newest year first.</summary>
public sealed class ListRanges(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>module.off</c>.</summary>
    public async Task<Outcome<IReadOnlyList<RangeRow>>> HandleAsync(Actor actor, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.WhyNotEFakturAsync(actor, stop) is { } no)
        {
            return no;
        }

        var rows = await db.Set<TaxNumberRange>().VisibleTo(actor)
            .OrderByDescending(r => r.Year).ThenBy(r => r.Start)
            .Select(r => new RangeRow(
                r.Id,
                r.Year,
                r.Start,
                r.End,
                db.Set<AvailableRun>().Where(f => f.RangeId == r.Id).Sum(f => f.Last - f.First + 1),
                r.FirstUsedAt != null,
                r.Version))
            .ToListAsync(stop);
        return Outcome<IReadOnlyList<RangeRow>>.With(rows);
    }
}

/// <summary>One range as the page E-Faktur No shows it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Year">Year Period.</param>
/// <param name="Start">Start Number.</param>
/// <param name="End">End Number.</param>
/// <param name="Available">Numbers of it that no invoice holds.</param>
/// <param name="StartFixed">A number of it was used, so the Start Number stays.</param>
/// <param name="Version">For editing: a stale one is refused.</param>
public sealed record RangeRow(long Id, int Year, TaxNumber Start, TaxNumber End, long Available, bool StartFixed, int Version)
{
    /// <summary>Total Number: End - Start + 1.</summary>
    public long Total => End.Value - Start.Value + 1;
}
