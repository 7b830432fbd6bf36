using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FaspayBilling.Bench.Rows;

/// <summary>What was measured so far, kept in a file: a part that ended is not measured again for the same program.</summary>
internal sealed class Results(string file)
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly List<Part> parts =
        File.Exists(file) ? JsonSerializer.Deserialize<List<Part>>(File.ReadAllText(file), Written)! : [];

    public bool Holds(string row, string data, string program, Options options) =>
        parts.Exists(p => (p.Row, p.Data, p.Program) == (row, data, program) && p.Rounds >= options.Rounds && p.Seconds >= options.Seconds);

    public void Add(Part part)
    {
        parts.RemoveAll(p => p.Row == part.Row && p.Data == part.Data);
        parts.Add(part);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, JsonSerializer.Serialize(parts, Written));
    }

    /// <summary>Markdown: medians with the lowest and highest round, and the ratio of the medians.</summary>
    public string Table(IEnumerable<string> rows)
    {
        var text = new StringBuilder("| what | limit or lean | product | ratio | must |\n| --- | --- | --- | --- | --- |\n");
        foreach (var part in rows.SelectMany(row => parts.Where(p => p.Row == row).OrderBy(p => p.Data, StringComparer.Ordinal)))
        {
            foreach (var line in part.Lines)
            {
                var (ours, theirs) = (Spread.Of(line.Product), line.Reference is { } r ? Spread.Of(r) : null);
                var ratio = theirs is null ? "" : Spread.Number(ours.Median / theirs.Median);
                var unit = line.Unit.Length > 0 ? $", {line.Unit}" : "";
                var reference = theirs is null ? "" : $"{theirs} ({line.Against})";
                text.AppendLine(
                    CultureInfo.InvariantCulture, $"| {line.What}{unit} | {reference} | {ours} | {ratio} | {line.Must ?? ""} |");
            }
        }

        return text.ToString();
    }

    public static string Machine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, "
            + $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
}

/// <summary>One finished part.</summary>
/// <param name="Row">Its name.</param>
/// <param name="Data">Database and number of invoices.</param>
/// <param name="Program">Hash of the product's own code.</param>
/// <param name="Commit">Of the sources, where they were published by the bench.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Machine">Where.</param>
/// <param name="Rounds">How many.</param>
/// <param name="Seconds">Of each.</param>
/// <param name="Took">Seconds of the whole part.</param>
/// <param name="Lines">What it gave.</param>
internal sealed record Part(
    string Row,
    string Data,
    string Program,
    string? Commit,
    DateTime At,
    string Machine,
    int Rounds,
    int Seconds,
    double Took,
    IReadOnlyList<Line> Lines);

internal sealed record Spread(double Median, double Lowest, double Highest)
{
    public static Spread Of(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, sorted[0], sorted[^1]);
    }

    public static string Number(double value) => value.ToString(
        Math.Abs(value) switch { < 1 => "0.###", < 100 => "0.##", _ => "#,0" }, CultureInfo.InvariantCulture);

    public override string ToString() =>
        Lowest == Highest ? Number(Median) : $"{Number(Median)} ({Number(Lowest)}..{Number(Highest)})";
}
