using System.Diagnostics;
using FaspayBilling.Bench.Load;
using FaspayBilling.Bench.Measuring;
using FaspayBilling.Bench.Serving;

namespace FaspayBilling.Bench.Rows;

/// <summary>A thousand open lists, each turned every two seconds; and the memory a minute after all of them were closed.</summary>
internal sealed class ThousandRow : Row
{
    private const int Circuits = 1_000;
    private const int Rounds = 10;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    public override string Name => "thousand";

    public override async Task<IReadOnlyList<Line>> RunAsync(Stage stage)
    {
        // One after the other: two times a thousand circuits would measure the machine.
        var lean = await MeasureAsync(Launch.Lean(stage.Program), stage, TimeSpan.Zero);
        var product = await MeasureAsync(Launch.Product(stage.Program), stage, Minute);
        return
        [
            .. product.All.Select(metric => new Line(
                $"1,000 circuits, 500 turns a second offered: {metric.Name}",
                metric.Unit,
                metric.Values,
                lean[metric.Name] is null ? null : "lean",
                lean[metric.Name]?.Values,
                metric.Name is "p99" or "RSS" ? "ratio <= 1.5" : null)),
        ];
    }

    private static async Task<Figures> MeasureAsync(Launch launch, Stage stage, TimeSpan after)
    {
        var figures = new Figures();
        await using var subject = await Subject.StartAsync(launch, stage.Program, stage.Options with { Invoices = stage.Invoices });
        var before = subject.Server.Resident;
        var walkers = await subject.OpenAsync(Circuits);
        var took = new Histogram();
        var gate = new Lock();
        var whole = stage.Round * Rounds;
        var (cpu, start) = (subject.Server.Cpu, Stopwatch.GetTimestamp());
        await Task.WhenAll(walkers.Select((walker, i) => Task.Run(() => TurnAsync(walker, Every * i / Circuits))));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        figures.Add("turns", "1/s", took.Count / seconds);
        figures.Add("p50", "ms", took.Percentile(50));
        figures.Add("p99", "ms", took.Percentile(99));
        figures.Add("CPU per turn", "ms", (subject.Server.Cpu - cpu).TotalMilliseconds / took.Count);
        figures.Add("RSS", "MiB", subject.Server.Resident / 1048576d);
        figures.Add("RSS before they opened", "MiB", before / 1048576d);
        await Task.WhenAll(walkers.Select(w => w.DisposeAsync().AsTask()));
        if (after > TimeSpan.Zero)
        {
            await Task.Delay(after);
            figures.Add("RSS a minute after they closed", "MiB", subject.Server.Resident / 1048576d);
        }

        return figures;

        // Its delay counts from when the turn was due: who is late keeps the next one waiting.
        async Task TurnAsync(Walker walker, TimeSpan due)
        {
            for (; due < whole; due += Every)
            {
                var early = due - Stopwatch.GetElapsedTime(start);
                if (early > TimeSpan.Zero)
                {
                    await Task.Delay(early);
                }
                else if (Stopwatch.GetElapsedTime(start) > whole)
                {
                    return;
                }

                // A timer may be a little early.
                var asked = Stopwatch.GetElapsedTime(start);
                await walker.TurnAsync();
                lock (gate)
                {
                    took.Add(Stopwatch.GetElapsedTime(start) - (asked < due ? asked : due));
                }
            }
        }
    }
}
