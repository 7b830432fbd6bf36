using System.Globalization;

namespace FaspayBilling.Core.Domain.Shared;

/// <summary>Jakarta's days, months and years (fixed UTC+7, no daylight saving) for instants that are stored in UTC.</summary>
public static class JakartaCalendar
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>Now in UTC, cut to whole milliseconds: the only form that is stored or compared.</summary>
    public static DateTime Now(this TimeProvider clock) => Cut(clock.GetUtcNow().UtcDateTime);

    /// <summary>The instant without what is finer than a millisecond.</summary>
    public static DateTime Cut(DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);

    /// <summary>The Jakarta calendar day on which an instant falls.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc + Offset);

    /// <summary>The Jakarta calendar year in which an instant falls.</summary>
    public static int YearOf(DateTime utc) => DayOf(utc).Year;

    /// <summary>The instant at which a Jakarta day begins.</summary>
    public static DateTime StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>23:59:59 Jakarta of a day: the due moment when no time is given.</summary>
    public static DateTime EndOf(DateOnly day) => At(day, new TimeOnly(23, 59, 59));

    /// <summary>The instant of a Jakarta day and time.</summary>
    public static DateTime At(DateOnly day, TimeOnly time) => DateTime.SpecifyKind(day.ToDateTime(time) - Offset, DateTimeKind.Utc);

    /// <summary>Jakarta's clock time of an instant, for showing.</summary>
    public static DateTime Local(DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    /// <summary>An instant as screens write it: <c>07/03/2023 10:04</c>.</summary>
    public static string Text(DateTime utc) => Local(utc).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A day as screens write it: <c>07/03/2023</c>.</summary>
    public static string Text(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
