namespace FaspayBilling.Core.Data.Totals;

/// <summary>What lies between two days: whole months, and the days of the months that they cut.</summary>
/// <param name="Whole">First day of the first whole month; null for all before.</param>
/// <param name="WholeBehind">First day behind the whole months; null for all that follow.</param>
/// <param name="Cuts">Days outside of the whole months: of the first month, of the last, or of one month that is both.</param>
internal readonly record struct DaySpans(
    DateOnly? Whole, DateOnly? WholeBehind, IReadOnlyList<(DateOnly Start, DateOnly End)> Cuts)
{
    /// <summary>Both days included, the first one not behind the last.</summary>
    public static DaySpans Of(DateOnly? from, DateOnly? to)
    {
        // The second is the first day that is not in it.
        var (first, behind) = (from, to is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : (DateOnly?)null);
        var whole = first is { Day: > 1 } cut ? MonthOf(cut).AddMonths(1) : first;
        var wholeBehind = behind is { } end ? MonthOf(end) : (DateOnly?)null;
        return new DaySpans(whole, wholeBehind, [.. CutsOf(first, whole, wholeBehind, behind)]);
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static IEnumerable<(DateOnly Start, DateOnly End)> CutsOf(
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
}
