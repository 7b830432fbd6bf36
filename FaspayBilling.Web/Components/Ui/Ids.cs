using System.Globalization;

namespace FaspayBilling.Web.Components.Ui;

/// <summary>Element ids that no other part of a page has.</summary>
internal static class Ids
{
    private static long last;

    public static string Next(string what) => $"{what}-{Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture)}";
}
