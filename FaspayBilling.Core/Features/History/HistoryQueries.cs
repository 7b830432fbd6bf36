using FaspayBilling.Core.Domain.History;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.History;

/// <summary>From history rows to the lines that pages show.</summary>
internal static class HistoryQueries
{
    /// <summary>The newest first, at most <paramref name="most"/>.</summary>
    public static Task<List<HistoryLine>> NewestAsync(this IQueryable<HistoryEntry> entries, int most, CancellationToken stop) =>
        entries.OrderByDescending(h => h.Id).Take(most).Select(h => new HistoryLine(h.At, h.Who, h.What, h.RefusalCode != null)).ToListAsync(stop);
}
