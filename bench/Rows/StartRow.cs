using FaspayBilling.Bench.Measuring;
using FaspayBilling.Bench.Seeding;
using FaspayBilling.Bench.Serving;

namespace FaspayBilling.Bench.Rows;

/// <summary>From nothing to the first list that the API answers, and the memory then.</summary>
internal sealed class StartRow : Row
{
    private static readonly string First = ListApi.Call("2025-03-01", "2025-03-31", "4", 1)[1..];

    public override string Name => "start";

    public override bool Cheap => true;

    public override async Task<IReadOnlyList<Line>> RunAsync(Stage stage)
    {
        using var limit = new Started(Launch.Limit(stage.Program));
        using var product = new Started(Launch.Product(stage.Program));
        foreach (var one in new[] { limit, product })
        {
            // The first start of all makes what later ones find: keys, and the machine's cache of the files.
            one.Database = await SeedDatabase.CopyAsync(stage.Program, stage.Invoices, stage.Options.Databases, one.Folder);
            await one.MeasureAsync(stage.Options);
            one.Figures = new();
        }

        await stage.InTurnAsync(limit, product, one => one.MeasureAsync(stage.Options));
        return
        [
            Line("Cold start to the first API list", "s", "ratio <= 2.5"),
            Line("RSS after the first API list", "MiB", "<= 150"),
            Line("CPU until then", "ms", null),
        ];

        Line Line(string metric, string unit, string? must) =>
            new($"{metric}, {stage.Size}", unit, product.Figures[metric]!.Values, "limit", limit.Figures[metric]!.Values, must);
    }

    private sealed class Started(Launch launch) : IDisposable
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("faspay-bench-").FullName;

        public string Database { get; set; } = "";

        public Figures Figures { get; set; } = new();

        public async Task MeasureAsync(Options options)
        {
            using var server = await Server.StartAsync(launch, Database, options.Environment, options.Settings, First);
            Figures.Add("Cold start to the first API list", "s", server.Started.TotalSeconds);
            Figures.Add("RSS after the first API list", "MiB", server.Resident / 1048576d);
            Figures.Add("CPU until then", "ms", server.Cpu.TotalMilliseconds);
        }

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
