using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Audit;

/// <summary>From history rows to the lines that pages show.</summary>
internal static class HistoryQueries
{
    /// <summary>The newest first, at most <paramref name="most"/>.</summary>
    public static Task<List<HistoryLine>> NewestAsync(this IQueryable<HistoryEntry> entries, int most, CancellationToken stop) =>
        entries.OrderByDescending(h => h.Id)
            .Take(most)
            .Select(h => new HistoryLine(h.At, h.Who, new Message(h.Action, h.Arguments), h.RefusalCode != null))
            .ToListAsync(stop);
}
