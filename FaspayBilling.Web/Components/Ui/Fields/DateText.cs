using System.Globalization;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Components.Ui.Fields;

/// <summary>Days as people type them, day first.</summary>
public static class DateText
{
    private static readonly string[] Forms =
    [
        "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "ddMMyyyy", "yyyy-MM-dd",
        "d/M/yy", "d-M-yy", "d.M.yy", "ddMMyy",
        "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "d MMM yy", "d-MMM-yy",
    ];

    // Months are read in both languages, whatever the screens speak.
    private static readonly CultureInfo[] Names = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("id-ID")];

    /// <summary>Null for what is no day (<c>31/2/2026</c>, <c>soon</c>), and for one that nobody means.</summary>
    public static DateOnly? Read(string text) => Any(text) is { } day && DayRange.Known.Holds(day) ? day : null;

    /// <summary>True for a day beyond all that can be meant, so that it can be said.</summary>
    public static bool IsFar(string text) => Any(text) is { } day && !DayRange.Known.Holds(day);

    private static DateOnly? Any(string text)
    {
        foreach (var names in Names)
        {
            if (DateOnly.TryParseExact(text.Trim(), Forms, names, DateTimeStyles.None, out var day))
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>The form of native inputs and addresses: <c>2023-03-07</c>.</summary>
    public static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;
}
