using System.Globalization;

namespace FaspayBilling.Tests.Formats.Fuzz;

/// <summary>
/// How long all readers together are tried: 20 seconds, or as many as FASPAY_FUZZ_SECONDS says. The cases are the same each time, more time
/// tries more of them; FASPAY_FUZZ_FROM begins with another than the first, as one that failed.
/// </summary>
internal static class FuzzTime
{
    /// <summary>So many cases are tried of each reader, however slow the machine is.</summary>
    public const int Least = 25;

    private const int Always = 20;

    /// <summary>The number of the first case.</summary>
    public static int From { get; } = Number("FASPAY_FUZZ_FROM", 0);

    /// <summary>The time of one reader.</summary>
    public static TimeSpan Share { get; } = TimeSpan.FromSeconds((double)Number("FASPAY_FUZZ_SECONDS", Always) / FuzzedReaders.Names.Count);

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}
