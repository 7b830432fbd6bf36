using System.Collections.Concurrent;
using System.Diagnostics;
using FaspayBilling.Bench.Limit;
using FaspayBilling.Bench.Load;
using FaspayBilling.Bench.Measuring;
using FaspayBilling.Bench.Seeding;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Features.TaxNumbers;

namespace FaspayBilling.Bench.Rows.InProcess;

/// <summary>Generate E-Faktur No against the raw writer of numbers, one, eight and sixteen at once; then a thousand in one go.</summary>
internal sealed class GenerateRow : Row
{
    private const int Bulk = 1_000;
    private const string First = "99000001";
    private const string Last = "99999999";
    private static readonly int[] Writers = [1, 8, 16];

    // Issued invoices without a number; of the year that ranges may still be added for.
    private static readonly string Prepare = $"""
        UPDATE "Invoices" SET "TaxNumber" = NULL, "InvoiceTax" = CAST(1 AS boolean)
        WHERE "MerchantId" = (SELECT "Id" FROM "Merchants" WHERE "Code" = '{SeedScript.MerchantCode}')
            AND "Status" IN ('Overdue', 'Paid') AND "InvoiceDate" >= '2025-01-01'
        """;

    public override string Name => "generate";

    public override bool OnPostgres => true;

    public override async Task<IReadOnlyList<Line>> RunAsync(Stage stage)
    {
        await using var product = await Product.OpenAsync(stage, Prepare);
        var added = await product.Get<AddRange>()
            .HandleAsync(product.Actor, new RangeInput(2025, $"00025{First}", $"00025{Last}"), CancellationToken.None);
        if (!added.Ok)
        {
            throw new InvalidOperationException($"No range: {added.Refusal!.Code}");
        }

        var numbers = product.Texts($"""
            SELECT "Number" FROM "Invoices" WHERE "MerchantId" = {product.Actor.MerchantId} AND "TaxNumber" IS NULL
                AND "Status" IN ('Overdue', 'Paid') AND "InvoiceDate" >= '2025-01-01'
            """);
        var singles = new ConcurrentQueue<string>(numbers.Skip(stage.Options.Rounds * Bulk));
        var share = singles.Count / (Writers.Length * (stage.Options.Rounds + 1));
        using var group = new GroupCommit(Path.Combine(product.Folder, "raw.db"));
        await using var rows = product.Postgres is { } postgres ? await PostgresNumbers.OpenAsync(postgres) : null;
        var generate = product.Get<GenerateTaxNumber>();
        var lines = new List<Line>();
        foreach (var writers in Writers)
        {
            var (limit, ours) = (new Figures(), new Figures());
            await RoundAsync(new Figures(), writers, share / 2, stage.Round / 2, GiveAsync);
            for (var round = 0; round < stage.Options.Rounds; round++)
            {
                await RoundAsync(limit, writers, int.MaxValue, stage.Round, () => rows is null ? group.TakeAsync() : rows.TakeAsync());
                await RoundAsync(ours, writers, share, stage.Round, GiveAsync);
            }

            lines.AddRange(limit.All.Select(metric => new Line(
                $"Generate E-Faktur No in process{On(stage)}, {writers} writers: {metric.Name}",
                metric.Unit,
                ours[metric.Name]!.Values,
                "raw numbers",
                metric.Values,
                metric.Name switch { "given" => rows is null ? "ratio >= 0.30" : "ratio >= 0.5", "p99" => "ratio <= 10", _ => null })));
        }

        lines.Add(await BulkAsync(stage, product, numbers));
        lines.Add(Truth(product));
        return lines;

        async Task GiveAsync()
        {
            var given = singles.TryDequeue(out var number)
                ? await generate.HandleAsync(product.Actor, number, CancellationToken.None)
                : throw new InvalidOperationException("There are too few invoices without a number.");
            if (!given.Ok)
            {
                throw new InvalidOperationException($"{number}: {given.Refusal!.Code}");
            }
        }
    }

    private static async Task RoundAsync(Figures figures, int writers, int most, TimeSpan duration, Func<Task> give)
    {
        using var me = Process.GetCurrentProcess();
        var (cpu, allocated, begun) = (me.TotalProcessorTime, GC.GetTotalAllocatedBytes(), 0);
        var start = Stopwatch.GetTimestamp();
        var each = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            var took = new Histogram();
            while (Stopwatch.GetElapsedTime(start) < duration && Interlocked.Increment(ref begun) <= most)
            {
                var asked = Stopwatch.GetTimestamp();
                await give();
                took.Add(Stopwatch.GetElapsedTime(asked));
            }

            return took;
        })));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        me.Refresh();
        var all = new Histogram();
        foreach (var took in each)
        {
            all.Add(took);
        }

        figures.Add("given", "1/s", all.Count / seconds);
        figures.Add("p50", "ms", all.Percentile(50));
        figures.Add("p99", "ms", all.Percentile(99));
        figures.Add("CPU", "ms", (me.TotalProcessorTime - cpu).TotalMilliseconds / all.Count);
        figures.Add("allocated", "kB", (GC.GetTotalAllocatedBytes() - allocated) / 1e3 / all.Count);
    }

    private static async Task<Line> BulkAsync(Stage stage, Product product, IReadOnlyList<string> numbers)
    {
        var bulk = product.Get<GenerateTaxNumbers>();
        var took = new List<double>();
        foreach (var some in numbers.Take(stage.Options.Rounds * Bulk).Chunk(Bulk))
        {
            var start = Stopwatch.GetTimestamp();
            var given = await bulk.HandleAsync(product.Actor, some, CancellationToken.None);
            took.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            if (!given.Ok)
            {
                throw new InvalidOperationException(given.Refusal!.Code);
            }
        }

        return new($"Generate E-Faktur No for {Bulk} invoices at once{On(stage)}", "s", took, Must: "<= 1");
    }

    private static string On(Stage stage) => stage.Postgres is null ? "" : " on PostgreSQL";

    // Every number of the new range once, from its first on: none lost, none twice.
    private static Line Truth(Product product)
    {
        var of = $"""
            FROM "Invoices" WHERE "MerchantId" = {product.Actor.MerchantId}
                AND "TaxNumber" >= '00025{First}' AND "TaxNumber" <= '00025{Last}'
            """;
        var given = product.Number($"""SELECT COUNT(DISTINCT "TaxNumber") {of}""");
        var span = product.Number($"""SELECT CAST(MAX("TaxNumber") AS bigint) - CAST(MIN("TaxNumber") AS bigint) + 1 {of}""");
        var all = product.Number($"SELECT COUNT(*) {of}");
        var (doubled, left) = (all - given, span - given);
        return doubled == 0 && left == 0
            ? new Line("Generate E-Faktur No: doubled, then left out", "", [doubled, left], Must: "0")
            : throw new InvalidOperationException($"Generate E-Faktur No: {doubled} doubled, {left} left out.");
    }
}
