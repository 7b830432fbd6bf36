using System.Globalization;
using CsCheck;

namespace FaspayBilling.Tests.Properties;

/// <summary>
/// How many cases a property is tried with: the same 500 each time, or as many new ones as FASPAY_CASES says, of which a failing one is
/// made as small as it can be and printed with its seed.
/// </summary>
internal static class Cases
{
    private const int Always = 500;

    private static readonly long? More =
        long.TryParse(Environment.GetEnvironmentVariable("FASPAY_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : null;

    /// <summary>Tries a property one case after the other.</summary>
    public static void Hold<T>(Gen<T> gen, Action<T> property, Func<T, string>? print = null)
    {
        if (More is { } many)
        {
            gen.Sample(property, iter: many, threads: 1, print: print);
            return;
        }

        foreach (var (index, one) in Same(gen))
        {
            try
            {
                property(one);
            }
            catch (Exception wrong)
            {
                throw Failed(index, one, print, wrong);
            }
        }
    }

    /// <summary>The same with a database behind it.</summary>
    public static async Task HoldAsync<T>(Gen<T> gen, Func<T, Task> property, Func<T, string>? print = null)
    {
        if (More is { } many)
        {
            await gen.SampleAsync(property, iter: many, threads: 1, print: print);
            return;
        }

        foreach (var (index, one) in Same(gen))
        {
            try
            {
                await property(one);
            }
            catch (Exception wrong)
            {
                throw Failed(index, one, print, wrong);
            }
        }
    }

    private static IEnumerable<(int Index, T Case)> Same<T>(Gen<T> gen)
    {
        var random = new PCG(1, 20261127UL);
        for (var i = 0; i < Always; i++)
        {
            yield return (i, gen.Generate(random, null, out _));
        }
    }

    private static InvalidOperationException Failed<T>(int index, T one, Func<T, string>? print, Exception wrong) =>
        new($"Case {index} of {Always}:\n{print?.Invoke(one) ?? $"{one}"}\n{wrong.Message}", wrong);
}
