using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace FaspayBilling.Bench.Measuring;

/// <summary>What was measured, as a table for people and as JSON for programs.</summary>
internal static class Report
{
    private static readonly string[] Names = ["A", "B"];

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>Medians with the lowest and highest value; with two programs the ratio of the second to the first.</summary>
    public static string Table(IReadOnlyList<(string Program, Subject Subject)> measured)
    {
        var text = new StringBuilder();
        foreach (var ((program, _), name) in measured.Zip(Names))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{name}: {program}");
        }

        string[] programs = measured.Count > 1 ? [.. Names, "B / A"] : [Names[0]];
        string[] heads = ["median (lowest..highest)", .. programs];
        text.AppendLine().AppendLine(Row(heads)).AppendLine(Row(heads.Select(_ => "---")));
        foreach (var metric in measured[0].Subject.Figures.All)
        {
            var others = measured.Skip(1).Select(m => m.Subject.Figures[metric.Name]!)
                .SelectMany(m => new[] { Cell(m), Number(m.Median / metric.Median) });
            text.AppendLine(Row([$"{metric.Name}{(metric.Unit.Length > 0 ? ", " : "")}{metric.Unit}", Cell(metric), .. others]));
        }

        return text.ToString();
    }

    /// <summary>Every value, and the statements of a turn.</summary>
    public static string Json(Options options, IReadOnlyList<(string Program, Subject Subject)> measured) => JsonSerializer.Serialize(
        new
        {
            at = TimeProvider.System.GetUtcNow().UtcDateTime,
            machine = new { processors = Environment.ProcessorCount, system = RuntimeInformation.OSDescription },
            options.Environment,
            options.Rounds,
            options.Circuits,
            options.Turns,
            options.Invoices,
            programs = measured.Select(m => new
            {
                program = m.Program,
                metrics = m.Subject.Figures.All,
                statements = m.Subject.Statements,
            }),
        },
        Written);

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Cell(Metric metric) => metric.Values.Count == 1
        ? Number(metric.Median)
        : $"{Number(metric.Median)} ({Number(metric.Lowest)}..{Number(metric.Highest)})";

    private static string Number(double value) => value.ToString(Math.Abs(value) < 100 ? "0.##" : "#,0", CultureInfo.InvariantCulture);
}
