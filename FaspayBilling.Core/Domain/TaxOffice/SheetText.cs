using System.Globalization;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>Days and amounts as spreadsheets and their CSVs write them.</summary>
public static class SheetText
{
    private static readonly string[] Days =
    [
        "yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "d MMMM yyyy", "d MMM yyyy", "yyyy/MM/dd"
    ];
    private static readonly CultureInfo Indonesian = Months();

    /// <summary>
    /// A day, with or without a time behind it, or a spreadsheet's count of days; an instant with an offset is Jakarta's day. Null for
    /// anything else.
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

        var day = text.Split('T')[0].Trim();
        foreach (var written in new[] { day, day.Split(' ')[0] })
        {
            if (DateOnly.TryParseExact(written, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
                || DateOnly.TryParseExact(written, Days, Indonesian, DateTimeStyles.None, out read))
            {
                return read;
            }
        }

        return null;
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
