using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Demo;

/// <summary>The demo's start day: everything in it happened before that day began, so nothing depends on the time of day.</summary>
internal sealed class DemoCalendar(DateTime now)
{
    /// <summary>The Jakarta day on which the demo is made.</summary>
    public DateOnly Today { get; } = JakartaCalendar.DayOf(now);

    /// <summary>The last instant of the demo's past.</summary>
    public DateTime Start => JakartaCalendar.StartOf(Today);

    public DateOnly Yesterday => Today.AddDays(-1);

    /// <summary>First day of the current year.</summary>
    public DateOnly NewYear => new(Today.Year, 1, 1);

    /// <summary>A Jakarta day and time, never later than <see cref="Start"/>.</summary>
    public DateTime At(DateOnly day, int hour, int minute) => Past(JakartaCalendar.At(day, new TimeOnly(hour, minute)));

    /// <summary>An instant, never later than <see cref="Start"/>.</summary>
    public DateTime Past(DateTime instant) => instant < Start ? instant : Start;

    /// <summary>A day of the past for a payment or a cancellation, never before <paramref name="earliest"/>.</summary>
    public DateOnly Past(DateOnly day, DateOnly earliest) => Later(earliest, day < Yesterday ? day : Yesterday);

    /// <summary>So many days ago, but in the current year.</summary>
    public DateOnly ThisYear(int daysAgo) => Later(NewYear, Today.AddDays(-daysAgo));

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
