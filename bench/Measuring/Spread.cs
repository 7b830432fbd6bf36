using System.Globalization;

namespace FaspayBilling.Bench.Measuring;

/// <summary>What the rounds of one figure gave.</summary>
internal sealed record Spread(double Median, double Lowest, double Highest)
{
    public static Spread Of(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, sorted[0], sorted[^1]);
    }

    public static string Number(double value) => value.ToString(
        Math.Abs(value) switch { < 1 => "0.###", < 100 => "0.##", _ => "#,0" }, CultureInfo.InvariantCulture);

    public override string ToString() =>
        Lowest == Highest ? Number(Median) : $"{Number(Median)} ({Number(Lowest)}..{Number(Highest)})";
}
