namespace FaspayBilling.Bench.Measuring;

/// <summary>The metrics of one program, in the order in which they were first measured.</summary>
internal sealed class Figures
{
    private readonly List<Metric> metrics = [];

    public IReadOnlyList<Metric> All => metrics;

    public Metric? this[string name] => metrics.Find(m => m.Name == name);

    public void Add(string name, string unit, double value)
    {
        var metric = this[name];
        if (metric is null)
        {
            metrics.Add(metric = new Metric(name, unit));
        }

        metric.Add(value);
    }
}
