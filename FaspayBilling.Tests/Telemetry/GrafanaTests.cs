using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using FaspayBilling.Tests.Architecture;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Telemetry;

/// <summary>
/// docs/grafana.json asks for what the program emits, by the names that Prometheus gives it (OpenTelemetry's "Prometheus and OpenMetrics
/// Compatibility": dots become underscores, the unit and <c>_total</c> of counters are added, a histogram is three series).
/// </summary>
public sealed partial class GrafanaTests
{
    private static readonly string[] Meters =
        ["FaspayBilling", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    [Fact]
    public async Task Every_metric_of_the_dashboard_is_emitted_and_every_one_of_ours_is_on_it()
    {
        var emitted = await EmittedAsync();
        var named = Named();

        named.Should().HaveCountGreaterThan(8);
        named.Except(emitted.SelectMany(SeriesOf)).Should().BeEmpty();
        emitted.Where(i => i.Meter.Name == "FaspayBilling" && !SeriesOf(i).Any(named.Contains)).Select(i => i.Name).Should().BeEmpty();
    }

    private static async Task<IReadOnlyList<Instrument>> EmittedAsync()
    {
        var all = new List<Instrument>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            lock (all)
            {
                all.Add(instrument);
            }
        };
        listener.Start();
        await using var web = new TestWeb(new() { ["Telemetry:Endpoint"] = "http://127.0.0.1:9" });
        using var client = new HttpClient { BaseAddress = new Uri(web.Address) };
        await client.GetStringAsync("/health/ready");
        lock (all)
        {
            return [.. all.Where(i => Meters.Contains(i.Meter.Name))];
        }
    }

    private static HashSet<string> Named()
    {
        using var board = JsonDocument.Parse(File.ReadAllText(Path.Combine(Sources.Root, "docs", "grafana.json")));
        return
        [
            .. board.RootElement.GetProperty("panels").EnumerateArray()
                .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
                .SelectMany(target => Metric().Matches(target.GetProperty("expr").GetString()!))
                .Select(match => match.Groups[1].Value),
        ];
    }

    private static IEnumerable<string> SeriesOf(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var name = instrument.Name.Replace('.', '_');
        name = name.EndsWith(unit, StringComparison.Ordinal) ? name : name + unit;
        var kind = instrument.GetType().Name.Split('`')[0];
        return kind switch
        {
            "Histogram" => [$"{name}_bucket", $"{name}_count", $"{name}_sum"],
            "Counter" or "ObservableCounter" => [$"{name}_total"],
            _ => [name],
        };
    }

    // Each is written with the labels that it is asked by.
    [GeneratedRegex(@"([a-z][a-z0-9_]+)\{")]
    private static partial Regex Metric();
}
