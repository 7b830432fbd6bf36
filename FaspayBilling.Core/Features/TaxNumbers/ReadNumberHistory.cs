using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Audit;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxNumbers;

/// <summary>Reads what happened to the ranges and the threshold: who added numbers, who was warned, when nobody could be.</summary>
public sealed class ReadNumberHistory(IDbContextFactory<BillingDb> dbs)
{
    private const int Lines = 30;

    /// <summary>The newest 30 lines. Refuses <c>module.off</c>.</summary>
    public async Task<Outcome<IReadOnlyList<HistoryLine>>> HandleAsync(Actor actor, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.WhyNotEFakturAsync(actor, stop) is { } no)
        {
            return no;
        }

        return Outcome<IReadOnlyList<HistoryLine>>.With(await db.Set<HistoryEntry>().VisibleTo(actor)
            .Where(h => h.Subject == HistorySubject.TaxNumberRange || h.Subject == HistorySubject.Threshold)
            .NewestAsync(Lines, stop));
    }
}
