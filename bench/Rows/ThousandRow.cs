using System.Diagnostics;
using FaspayBilling.Bench.Load;
using FaspayBilling.Bench.Measuring;
using FaspayBilling.Bench.Serving;

namespace FaspayBilling.Bench.Rows;

/// <summary>A thousand open lists, each turned every two seconds; and the memory a minute after all of them were closed.</summary>
internal sealed class ThousandRow : Row
{
    private const int Circuits = 1_000;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    public override string Name => "thousand";

    public override async Task<IReadOnlyList<Line>> RunAsync(Stage stage)
    {
        // One after the other: two times a thousand circuits would measure the machine.
        var lean = await MeasureAsync(Launch.Lean(stage.Program), stage);
        var product = await MeasureAsync(Launch.Product(stage.Program), stage);
        string?[] musts = [null, null, "ratio <= 1.5", null, "ratio <= 1.5", "given back", null, null];
        return
        [
            .. lean.All.Zip(musts).Select(m => new Line(
                $"1,000 circuits, 500 turns a second offered: {m.First.Name}",
                m.First.Unit,
                product[m.First.Name]!.Values,
                "lean",
                m.First.Values,
                m.Second)),
        ];
    }

    private static async Task<Figures> MeasureAsync(Launch launch, Stage stage)
    {
        var figures = new Figures();
        await using var subject = await Subject.StartAsync(launch, stage.Program, stage.Options with { Invoices = stage.Invoices });
        var before = subject.Server.Resident;
        var walkers = await subject.OpenAsync(Circuits);
        var took = new Histogram();
        var gate = new Lock();
        var (cpu, start) = (subject.Server.Cpu, Stopwatch.GetTimestamp());
        await Task.WhenAll(walkers.Select((walker, i) => Task.Run(() => TurnAsync(walker, Every * i / Circuits))));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        figures.Add("turns", "1/s", took.Count / seconds);
        figures.Add("p50", "ms", took.Percentile(50));
        figures.Add("p99", "ms", took.Percentile(99));
        figures.Add("CPU per turn", "ms", (subject.Server.Cpu - cpu).TotalMilliseconds / took.Count);
        figures.Add("RSS", "MiB", subject.Server.Resident / 1048576d);
        await Task.WhenAll(walkers.Select(w => w.DisposeAsync().AsTask()));
        await Task.Delay(Minute);
        figures.Add("RSS a minute after they closed", "MiB", subject.Server.Resident / 1048576d);
        figures.Add("RSS before they opened", "MiB", before / 1048576d);
        return figures;

        // Its delay counts from when the turn was due: who is late keeps the next one waiting.
        async Task TurnAsync(Walker walker, TimeSpan due)
        {
            for (; due < Long; due += Every)
            {
                var early = due - Stopwatch.GetElapsedTime(start);
                if (early > TimeSpan.Zero)
                {
                    await Task.Delay(early);
                }
                else if (Stopwatch.GetElapsedTime(start) > Long)
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
