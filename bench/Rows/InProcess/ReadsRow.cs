using System.Diagnostics;
using FaspayBilling.Bench.Load;
using FaspayBilling.Bench.Measuring;
using FaspayBilling.Core.Features.Invoices.Lists;

namespace FaspayBilling.Bench.Rows.InProcess;

/// <summary>What the Billing List reads, a million invoices against a hundred thousand: pages, searches and an order.</summary>
internal sealed class ReadsRow : Row
{
    private const int Small = 100_000;
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(500);

    private static readonly (string What, Func<int, BillingQuery> Query, string Must)[] Reads =
    [
        ("first page", _ => new BillingQuery(), "ratio <= 1.3"),
        ("last page", n => new BillingQuery { Page = n / 25 }, "flat, and <= 3 x the first"),
        ("search \"I\"", _ => new BillingQuery { Search = "I" }, "<= 10"),
        ("search \"INV\"", _ => new BillingQuery { Search = "INV" }, "<= 10"),
        ("search \"PT\"", _ => new BillingQuery { Search = "PT " }, "<= 10"),
        ("search \"Maju\"", _ => new BillingQuery { Search = "Maju" }, "<= 10"),
        ("search of one number", _ => new BillingQuery { Search = "0000777" }, "<= 10"),
        ("search without a match", _ => new BillingQuery { Search = "zzqqxx" }, "<= 10"),
        ("by Status", _ => new BillingQuery { Sort = BillingSort.Status, Descending = false }, "flat"),
        ("by Customer, last page", n => new BillingQuery { Sort = BillingSort.Customer, Page = n / 25 }, "flat"),
    ];

    public override string Name => "reads";

    public override IReadOnlyList<int> Sizes => [1_000_000];

    public override bool OnPostgres => true;

    public override async Task<IReadOnlyList<Line>> RunAsync(Stage stage)
    {
        await using var small = await Product.OpenAsync(stage with { Invoices = Small });
        await using var large = await Product.OpenAsync(stage);
        var lines = new List<Line>();
        foreach (var (what, query, must) in Reads)
        {
            var (less, more) = (new Figures(), new Figures());
            await ReadAsync(small, query(Small));
            await ReadAsync(large, query(stage.Invoices));
            for (var round = 0; round < stage.Options.Rounds; round++)
            {
                less.Add("p50", "ms", (await ReadAsync(small, query(Small))).Percentile(50));
                more.Add("p50", "ms", (await ReadAsync(large, query(stage.Invoices))).Percentile(50));
            }

            var on = stage.Postgres is null ? "" : " on PostgreSQL";
            lines.Add(new(
                $"Billing List read at {stage.Size}{on}, {what}: p50", "ms", more["p50"]!.Values, "100k", less["p50"]!.Values, must));
        }

        return lines;
    }

    private static async Task<Histogram> ReadAsync(Product product, BillingQuery query)
    {
        var list = product.Get<ListBillings>();
        var took = new Histogram();
        for (var start = Stopwatch.GetTimestamp(); took.Count == 0 || Stopwatch.GetElapsedTime(start) < Least;)
        {
            var asked = Stopwatch.GetTimestamp();
            await list.HandleAsync(product.Actor, query, CancellationToken.None);
            took.Add(Stopwatch.GetElapsedTime(asked));
        }

        return took;
    }
}
