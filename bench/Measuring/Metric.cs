namespace FaspayBilling.Bench.Measuring;

/// <summary>One figure of one program: what each round gave.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Unit">Of every value.</param>
internal sealed record Metric(string Name, string Unit)
{
    private readonly List<double> values = [];

    public IReadOnlyList<double> Values => values;

    public double Median => Spread.Of(values).Median;

    public double Lowest => values.Min();

    public double Highest => values.Max();

    public void Add(double value) => values.Add(value);
}
