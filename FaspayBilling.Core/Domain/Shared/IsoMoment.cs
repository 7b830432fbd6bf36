using System.Globalization;

namespace FaspayBilling.Core.Domain.Shared;

/// <summary>Days and instants in ISO 8601, as files of other systems write them.</summary>
public static class IsoMoment
{
    private static readonly string[] Written =
    [
        "yyyy-MM-dd", "yyyy-MM-ddK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>
    /// Jakarta's day and time: an instant that names its offset (<c>2026-11-18T17:00:00Z</c> is the 19th) is brought there, one without is
    /// taken as it stands. Null for anything else.
    /// </summary>
    public static DateTime? Jakarta(string text) =>
        DateTime.TryParseExact(text.Trim(), Written, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var read)
            ? (read.Kind == DateTimeKind.Utc ? JakartaCalendar.Local(read) : read)
            : null;
}
