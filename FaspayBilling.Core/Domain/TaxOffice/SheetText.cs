using System.Globalization;
using System.Text.RegularExpressions;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>Days and amounts as spreadsheets and their CSVs write them.</summary>
public static partial class SheetText
{
    private static readonly string[] Days =
    [
        "yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "d MMMM yyyy", "d MMM yyyy", "yyyy/MM/dd"
    ];

    // No day and time is written longer; a cell may hold anything.
    private const int Longest = 60;

    private static readonly CultureInfo Indonesian = Months();

    // What follows a time and is no offset in figures.
    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["WIB"] = 7,
        ["WITA"] = 8,
        ["WIT"] = 9,
    };

    /// <summary>
    /// A day, with or without a time behind it, or a spreadsheet's count of days; an instant that names its zone is Jakarta's day. Null for
    /// anything else, also when something stands behind the day that is no time: nobody knows whose day it is.
    /// </summary>
    public static DateOnly? Day(string text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial)
            && serial is > 20_000 and < 80_000)
        {
            return new DateOnly(1899, 12, 30).AddDays((int)serial);
        }

        if (IsoMoment.Jakarta(text) is { } moment)
        {
            return DateOnly.FromDateTime(moment);
        }

        if (WrittenDay(text.Trim()) is { } day)
        {
            return day;
        }

        var timed = text.Length <= Longest ? Timed().Match(text.Trim()) : Match.Empty;
        return timed.Success && WrittenDay(timed.Groups["day"].Value) is { } its ? DayOf(its, timed) : null;
    }

    /// <summary>A number that a cell holds and no text: a dot parts its decimals, however many they are. Null for anything else.</summary>
    public static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An amount with dots or commas as grouping; null for anything else.</summary>
    public static decimal? Amount(string text)
    {
        var digits = text.Replace("Rp", "", StringComparison.OrdinalIgnoreCase).Replace(" ", "", StringComparison.Ordinal);
        var last = digits.LastIndexOfAny([',', '.']);

        // What stands once, with other than three digits behind it, parts the decimals.
        if (last >= 0
            && digits.Count(c => c == digits[last]) == 1
            && (digits.Length - last - 1 != 3 || digits.IndexOfAny([',', '.']) != last))
        {
            digits = string.Concat(digits[..last].Where(c => c is not (',' or '.'))) + "." + digits[(last + 1)..];
        }
        else
        {
            digits = string.Concat(digits.Where(c => c is not (',' or '.')));
        }

        return decimal.TryParse(
            digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;
    }

    private static DateOnly? WrittenDay(string text) =>
        DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
        || DateOnly.TryParseExact(text, Days, Indonesian, DateTimeStyles.None, out read)
            ? read
            : null;

    // A time without a zone is Jakarta's already.
    private static DateOnly? DayOf(DateOnly day, Match timed)
    {
        int Of(string part) =>
            timed.Groups[part] is { Success: true, Value: var figures } ? int.Parse(figures, CultureInfo.InvariantCulture) : 0;
        var (hour, minute, half) = (Of("hour"), Of("minute"), timed.Groups["half"].Value);
        if (half.Length > 0)
        {
            hour = hour is >= 1 and <= 12 ? (hour % 12) + (half[0] is 'P' or 'p' ? 12 : 0) : int.MaxValue;
        }

        if (hour > 23 || minute > 59 || Of("second") > 59)
        {
            return null;
        }

        if (!timed.Groups["zone"].Success && !timed.Groups["sign"].Success)
        {
            return day;
        }

        var (hours, minutes) = (Of("hours"), Of("minutes"));
        if (hours > 14 || minutes > 59 || day.Year is < 1900 or > 2900)
        {
            return null;
        }

        var offset = timed.Groups["sign"].Success
            ? new TimeSpan(hours, minutes, 0) * (timed.Groups["sign"].Value == "+" ? 1 : -1)
            : TimeSpan.FromHours(Zones[timed.Groups["zone"].Value]);
        var instant = day.ToDateTime(new TimeOnly(hour, minute), DateTimeKind.Utc) - offset;
        return DateOnly.FromDateTime(JakartaCalendar.Local(instant));
    }

    // 2026-11-18 17:00:00 +00:00, 18/11/2026 17.00 UTC, 18 November 2026 5:00 PM GMT+7
    [GeneratedRegex(
        @"^(?<day>.+?)(T|,?\s+)(?<hour>[0-9]{1,2})[:.](?<minute>[0-9]{2})([:.](?<second>[0-9]{2})([.,][0-9]+)?)?"
            + @"(\s*(?<half>[AP]M))?"
            + @"(\s*(?<zone>Z|UTC|GMT|WIB|WITA|WIT)|\s*(UTC|GMT)?\s*(?<sign>[+-])(?<hours>[0-9]{1,2})(:?(?<minutes>[0-9]{2}))?)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Timed();

    // The machine may know no Indonesian.
    private static CultureInfo Months()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.MonthNames =
        [
            "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember", ""
        ];
        culture.DateTimeFormat.MonthGenitiveNames = culture.DateTimeFormat.MonthNames;
        culture.DateTimeFormat.AbbreviatedMonthNames =
        [
            "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des", ""
        ];
        culture.DateTimeFormat.AbbreviatedMonthGenitiveNames = culture.DateTimeFormat.AbbreviatedMonthNames;
        return culture;
    }
}
