using System.Globalization;
using CsCheck;

namespace FaspayBilling.Tests.Properties;

/// <summary>How many cases a property is tried with: 500, or as many as FASPAY_CASES says.</summary>
internal static class Cases
{
    private static readonly long Count =
        long.TryParse(Environment.GetEnvironmentVariable("FASPAY_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : 500;

    /// <summary>Tries a property one case after the other; what fails is made as small as it can be and printed with its seed.</summary>
    public static void Hold<T>(Gen<T> gen, Action<T> property, Func<T, string>? print = null) =>
        gen.Sample(property, iter: Count, threads: 1, print: print);

    /// <summary>The same with a database behind it.</summary>
    public static Task HoldAsync<T>(Gen<T> gen, Func<T, Task> property, Func<T, string>? print = null) =>
        gen.SampleAsync(property, iter: Count, threads: 1, print: print);
}
