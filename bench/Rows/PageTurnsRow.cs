using FaspayBilling.Bench.Measuring;
using FaspayBilling.Bench.Serving;

namespace FaspayBilling.Bench.Rows;

/// <summary>Page turns of the Billing List at 16 circuits, and the live heap of a circuit, against the lean page.</summary>
internal sealed class PageTurnsRow : Row
{
    private static readonly (string Metric, string Unit, string? Must)[] Compared =
    [
        ("Turns per second", "1/s", "ratio >= 0.7"),
        ("CPU per turn", "ms", null),
        ("Turn to rows, p50", "ms", null),
        ("Turn to rows, p99", "ms", null),
        ("Allocated per turn", "kB", null),
        ("Render batches per turn", "", "1"),
        ("Render batch bytes per turn", "kB", null),
        ("RSS after load", "MiB", null),
    ];

    public override string Name => "turns";

    public override bool Cheap => true;

    public override async Task<IReadOnlyList<Line>> RunAsync(Stage stage)
    {
        var options = stage.Options with { Invoices = stage.Invoices };
        if (options.Short)
        {
            options = options with { Warm = 300, Single = 5, Idle = 30 };
        }

        var longer = options with { Warm = options.Warm * 4 };
        await using var lean = await Subject.StartAsync(Launch.Lean(stage.Program), stage.Program, longer);
        await using var product = await Subject.StartAsync(Launch.Product(stage.Program), stage.Program, options);
        await lean.SingleAsync();
        await product.SingleAsync();
        await stage.InTurnAsync(lean, product, one => one.LoadAsync(stage.Round));
        await stage.InTurnAsync(lean, product, one => one.HeapAsync());
        await product.FirstLoadAsync();
        var lines = Compared
            .Select(c => new Line(
                $"Billing List, {stage.Options.Circuits} circuits: {c.Metric}",
                c.Unit,
                product.Figures[c.Metric]!.Values,
                "lean",
                lean.Figures[c.Metric]!.Values,
                c.Must))
            .ToList();
        lines.Add(new("Billing List: SQL commands per turn", "", product.Figures["SQL commands per turn"]!.Values, Must: "<= 2"));
        lines.Add(Heap("Live heap per circuit", product, lean, "ratio <= 1.6"));
        if (!options.Short)
        {
            // Beside the others there would be no memory to tell apart.
            await using var mud = await Subject.StartAsync(Launch.LeanMud(stage.Program), stage.Program, options);
            await stage.InTurnAsync(mud, mud, one => one.HeapAsync());
            lines.Add(Heap("Live heap per circuit of the lean page between MudBlazor's providers", mud, lean, null));
        }

        lines.Add(new("First load: document", "kB", product.Figures["First load: document"]!.Values, Must: "<= 15"));
        var files = product.Figures["First load: scripts and styles"]!.Values;
        lines.Add(new("First load: scripts and styles", "kB", files, Must: "<= 150 with it"));
        return lines;
    }

    private static Line Heap(string what, Subject one, Subject lean, string? must) => new(
        what, "KiB", one.Figures["Live heap per circuit"]!.Values, "lean", lean.Figures["Live heap per circuit"]!.Values, must);
}
