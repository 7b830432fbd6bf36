using System.Globalization;

namespace FaspayBilling.Tests.Attacks;

/// <summary>
/// How many inputs each attack makes up, beside those written by hand: 200, or as many as FASPAY_ATTACKS says. An input's number is its
/// seed, so that the same number is the same input each time.
/// </summary>
internal static class AttackCount
{
    private const int Always = 200;

    public static int Inputs { get; } = Number("FASPAY_ATTACKS", Always);

    public static IEnumerable<int> Seeds { get; } = Enumerable.Range(0, Inputs);

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}
