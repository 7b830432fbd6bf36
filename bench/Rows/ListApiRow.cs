using FaspayBilling.Bench.Counters;
using FaspayBilling.Bench.Load;
using FaspayBilling.Bench.Measuring;
using FaspayBilling.Bench.Serving;

namespace FaspayBilling.Bench.Rows;

/// <summary>Get List Invoice: a month against the limit, and the first and last page of everything.</summary>
internal sealed class ListApiRow : Row
{
    private static readonly int[] Connections = [16, 1];
    private static readonly string Month = ListApi.Call("2025-03-01", "2025-03-31", "4", 1);

    public override string Name => "list";

    public override bool Cheap => true;

    public override IReadOnlyList<int> Sizes => [100_000, 1_000_000];

    public override async Task<IReadOnlyList<Line>> RunAsync(Stage stage)
    {
        using var limit = await stage.StartAsync(Launch.Limit(stage.Program));
        using var product = await stage.StartAsync(Launch.Product(stage.Program));
        var last = (stage.Invoices + 99) / 100;
        var first = ListApi.Call("2023-01-01", "2025-12-31", ListApi.AllStatuses, 1);
        var end = ListApi.Call("2023-01-01", "2025-12-31", ListApi.AllStatuses, last);
        string[] calls =
        [
            Month, ListApi.Call("2025-03-01", "2025-03-31", "4", 2), ListApi.Call("2025-03-01", "2025-03-31", "0,2,3", 3), first, end,
            ListApi.Call("2025-03-01", "2025-03-31", "1", 1),
        ];
        foreach (var call in calls)
        {
            await SameAsync(limit.Server, product.Server, call);
        }

        using var meters = new Measured(limit.Server, product.Server);
        var lines = new List<Line>();
        foreach (var connections in Connections)
        {
            await meters.WarmAsync(connections, Month);
            await stage.InTurnAsync(meters.Limit, meters.Product, one => one.RoundAsync(connections, stage.Round, Month));
            var what = $"Get List Invoice, issued ones of a month of {stage.Size}, 100 rows, {connections} connections";
            lines.AddRange(Lines(what, connections, meters));
            meters.Forget();
        }

        if (!stage.Options.Short)
        {
            lines.AddRange(await EndsAsync(stage, meters, first, end));
        }

        return lines;
    }

    private static IEnumerable<Line> Lines(string what, int connections, Measured measured)
    {
        var (limit, product) = (measured.Limit.Figures, measured.Product.Figures);
        Line Of(string metric, string unit, string? must = null) =>
            new($"{what}: {metric}", unit, product[metric]!.Values, "limit", limit[metric]!.Values, must);
        yield return Of("answers", "1/s", connections > 1 ? "ratio >= 0.50" : "ratio >= 0.40");
        yield return Of("p50", "ms");
        yield return Of("p99", "ms", connections > 1 ? "ratio <= 2" : null);
        yield return Of("CPU", "ms");
        yield return Of("allocated", "kB");
    }

    private static async Task<IEnumerable<Line>> EndsAsync(Stage stage, Measured measured, string first, string last)
    {
        var (begin, end) = (new Figures(), new Figures());
        for (var round = 0; round < stage.Options.Rounds; round++)
        {
            foreach (var (call, figures) in new[] { (first, begin), (last, end) })
            {
                var took = await measured.Product.RoundAsync(1, stage.Round / 2, call, counted: false);
                figures.Add("p50", "ms", took.Took.Percentile(50));
            }
        }

        return
        [
            new($"Get List Invoice, all of {stage.Size}, first page: p50", "ms", begin["p50"]!.Values),
            new(
                $"Get List Invoice, all of {stage.Size}, last page: p50",
                "ms",
                end["p50"]!.Values,
                "its first page",
                begin["p50"]!.Values,
                "ratio <= 3"),
        ];
    }

    private static async Task SameAsync(Server limit, Server product, string call)
    {
        using var http = new HttpClient();
        var mine = await http.GetStringAsync(new Uri(limit.Address, call));
        var theirs = await http.GetStringAsync(new Uri(product.Address, call));
        if (mine != theirs)
        {
            var at = mine.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
            throw new DifferentAnswersException(
                $"{call} from {at} on: the limit says\n{mine[at..Math.Min(mine.Length, at + 200)]}\nand the product\n"
                    + theirs[at..Math.Min(theirs.Length, at + 200)]);
        }
    }

    private sealed class Measured(Server limit, Server product) : IDisposable
    {
        public One Limit { get; } = new(limit);

        public One Product { get; } = new(product);

        public async Task WarmAsync(int connections, string call)
        {
            foreach (var one in new[] { Limit, Product })
            {
                for (var i = 0; i < 3; i++)
                {
                    await one.RoundAsync(connections, TimeSpan.FromSeconds(1), call, counted: false);
                }
            }

            Forget();
        }

        public void Forget() => (Limit.Figures, Product.Figures) = (new(), new());

        public void Dispose()
        {
            Limit.Dispose();
            Product.Dispose();
        }
    }

    private sealed class One(Server server) : IDisposable
    {
        private readonly RuntimeMeters meters = new(server.Id);

        public Figures Figures { get; set; } = new();

        public async Task<HttpRound> RoundAsync(int connections, TimeSpan duration, string call, bool counted = true)
        {
            var request = HttpConnection.Get(server.Address, call);
            var round = await HttpLoad.RunAsync(server, counted ? meters : null, connections, duration, (_, _) => request);
            round.AddTo(Figures);
            return round;
        }

        public void Dispose() => meters.Dispose();
    }
}

/// <summary>Two that are compared do not answer the same: nothing is timed.</summary>
internal sealed class DifferentAnswersException(string message) : Exception(message);
