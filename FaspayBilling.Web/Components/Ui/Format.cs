using System.Globalization;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Web.Texts;

namespace FaspayBilling.Web.Components.Ui;

/// <summary>Values as the screens write them, never by the machine's culture.</summary>
public static class Format
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>Where names of months and days are taken from.</summary>
    public static CultureInfo Names => Reader.Language == Language.Indonesian ? Indonesian : CultureInfo.InvariantCulture;

    /// <summary>The name of a month, from 1.</summary>
    public static string Month(int month) => Names.DateTimeFormat.GetMonthName(month);

    public static string Rupiah(decimal amount) => Core.Domain.Shared.Rupiah.Text(amount);

    /// <summary>A stored UTC instant as Jakarta's day and time.</summary>
    public static string Instant(DateTime utc) => JakartaCalendar.Text(utc);

    public static string Instant(DateTime? utc) => utc is { } some ? Instant(some) : None;

    /// <summary>A due moment: the day alone when it is due at the day's end, else with its time.</summary>
    public static string Due(DateTime utc) =>
        utc == JakartaCalendar.EndOf(JakartaCalendar.DayOf(utc)) ? Day(JakartaCalendar.DayOf(utc)) : Instant(utc);

    public static string Day(DateOnly day) => JakartaCalendar.Text(day);

    public static string Day(DateOnly? day) => day is { } some ? Day(some) : None;

    public static string Count(long count) => Core.Domain.Shared.Rupiah.Count(count);

    /// <summary>A count and its noun: <c>1 invoice</c>, <c>2.000 invoices</c>.</summary>
    public static string Count(long count, string one, string? many = null) =>
        $"{Count(count)} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>A quantity with as many decimals as it has, at most four: <c>1.250,5</c>.</summary>
    public static string Quantity(decimal quantity) => Core.Domain.Shared.Rupiah.Number(quantity);

    /// <summary>A file's size with its unit, one decimal from a megabyte on.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => $"{Count(bytes / 1024)} kB",
        _ => FormattableString.Invariant($"{bytes / (1024m * 1024m):0.0} MB"),
    };

    /// <summary>What stands where there is nothing.</summary>
    public const string None = "–";
}
