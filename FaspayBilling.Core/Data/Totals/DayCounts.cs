using FaspayBilling.Core.Domain.Invoices;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Data.Totals;

/// <summary>
/// How many invoices of a list lie where, in the order of their dates: counted by kept totals, and where the list begins or ends inside
/// a month day by day of that month. So a page of it is found without reading those before it.
/// </summary>
internal sealed class DayCounts
{
    private readonly IReadOnlyList<DateOnly> starts;
    private readonly int[] before;

    private DayCounts(IReadOnlyList<(DateOnly Start, int Count)> parts)
    {
        starts = [.. parts.Select(p => p.Start)];
        before = new int[parts.Count + 1];
        for (var n = 0; n < parts.Count; n++)
        {
            before[n + 1] = before[n] + parts[n].Count;
        }
    }

    /// <summary>Invoices in all.</summary>
    public int Total => before[^1];

    /// <summary>Counts in one command.</summary>
    /// <param name="totals">Of the months and all that narrows the list but its days.</param>
    /// <param name="invoices">The same of the invoices.</param>
    /// <param name="from">First invoice date, included.</param>
    /// <param name="to">Last invoice date, included.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<DayCounts> ReadAsync(
        IQueryable<InvoiceTotal> totals, IQueryable<Invoice> invoices, DateOnly? from, DateOnly? to, CancellationToken stop)
    {
        if (from > to)
        {
            return new DayCounts([]);
        }

        // The whole months lie between these days; the second is the first that is not in them.
        var (first, behind) = (from, to is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : (DateOnly?)null);
        var whole = first is { Day: > 1 } cut ? MonthOf(cut).AddMonths(1) : first;
        var wholeBehind = behind is { } end ? MonthOf(end) : (DateOnly?)null;
        totals = whole is { } low ? totals.Where(t => t.Month >= low) : totals;
        totals = wholeBehind is { } high ? totals.Where(t => t.Month < high) : totals;
        var counts = totals.GroupBy(t => t.Month).Select(g => new { Start = g.Key, Count = g.Sum(t => t.Count) });
        foreach (var (start, until) in Cuts(first, whole, wholeBehind, behind))
        {
            counts = counts.Concat(invoices.Where(i => i.InvoiceDate >= start && i.InvoiceDate < until)
                .GroupBy(i => i.InvoiceDate).Select(g => new { Start = g.Key, Count = g.Count() }));
        }

        return new DayCounts([.. (await counts.ToListAsync(stop)).OrderBy(c => c.Start).Select(c => (c.Start, c.Count))]);
    }

    /// <summary>Where rows are read whose places, by date, begin with <paramref name="first"/>: from the end that is nearer.</summary>
    /// <param name="first">From 0.</param>
    /// <param name="count">At least 1, none of them beyond the total.</param>
    public DayPlace Find(int first, int count)
    {
        var (start, end) = (PartOf(first), PartOf(first + count - 1));
        var (skip, skipBack) = (first - before[start], before[end + 1] - first - count);
        return skip <= skipBack
            ? new DayPlace(starts[start], null, skip, Backwards: false)
            : new DayPlace(null, end + 1 < starts.Count ? starts[end + 1] : null, skipBack, Backwards: true);
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    // Days outside of the whole months: of the first month, of the last, or of one month that is both.
    private static IEnumerable<(DateOnly Start, DateOnly End)> Cuts(
        DateOnly? first, DateOnly? whole, DateOnly? wholeBehind, DateOnly? behind)
    {
        if (first is { } start && whole is { } full && start < full)
        {
            yield return (start, behind is { } end && end < full ? end : full);
        }

        if (wholeBehind is { } month && behind is { } last && month < last && (whole is not { } begun || begun <= month))
        {
            yield return (month, last);
        }
    }

    private int PartOf(int place)
    {
        var found = Array.BinarySearch(before, place);

        // Behind the last part that begins at or before the place; parts are never empty.
        return found >= 0 ? found : ~found - 1;
    }
}

/// <summary>Where the rows of a page are read, in the order of their dates.</summary>
/// <param name="From">First invoice date, included; null for all.</param>
/// <param name="Before">First invoice date that is not read; null for all.</param>
/// <param name="Skip">Rows to be passed over.</param>
/// <param name="Backwards">Read from the latest day to the earliest.</param>
internal readonly record struct DayPlace(DateOnly? From, DateOnly? Before, int Skip, bool Backwards)
{
    /// <summary>The invoices that may be read.</summary>
    public IQueryable<Invoice> Of(IQueryable<Invoice> invoices)
    {
        var (from, before) = (From, Before);
        invoices = from is null ? invoices : invoices.Where(i => i.InvoiceDate >= from);
        return before is null ? invoices : invoices.Where(i => i.InvoiceDate < before);
    }
}
