using FaspayBilling.Core.Data.Reading;

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
    /// <param name="db">Open.</param>
    /// <param name="filter">All that narrows the list but its days.</param>
    /// <param name="from">First invoice date, included.</param>
    /// <param name="to">Last invoice date, included.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<DayCounts> ReadAsync(
        BillingDb db, InvoiceFilter filter, DateOnly? from, DateOnly? to, CancellationToken stop)
    {
        if (from > to)
        {
            return new DayCounts([]);
        }

        var (text, values) = filter.Counts(DaySpans.Of(from, to));
        var parts = await db.SqlRawAsync(text, values, static row => (Start: row.Day(0), Count: (int)row.Long(1)), stop);
        parts.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        return new DayCounts(parts);
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
internal readonly record struct DayPlace(DateOnly? From, DateOnly? Before, int Skip, bool Backwards);
