using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FaspayBilling.Bench.Measuring;

namespace FaspayBilling.Bench.Rows;

/// <summary>What was measured so far, kept in a file: a part that ended is not measured again for the same program and options.</summary>
internal sealed class Results(string file)
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly List<Part> parts = Read(file);

    public bool Holds(string row, string data, string program, Options options) => parts.Exists(p =>
        (p.Row, p.Data, p.Program, p.Conditions) == (row, data, program, options.Conditions)
            && p.Rounds >= options.Rounds && p.Seconds >= options.Seconds);

    public void Add(Part part)
    {
        // What an older bench kept without its conditions can stand under no heading any more.
        parts.RemoveAll(p =>
            (p.Row, p.Data) == (part.Row, part.Data) && (p.Conditions is null || p.Conditions == part.Conditions));
        parts.Add(part);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, JsonSerializer.Serialize(parts, Written));
    }

    /// <summary>Markdown: medians with the lowest and highest round, and the ratio of the medians.</summary>
    /// <param name="rows">Their names, in order.</param>
    /// <param name="program">Hash of the product's own code: no figure of another stands under its heading.</param>
    /// <param name="options">Nor one of other conditions.</param>
    public string Table(IEnumerable<string> rows, string program, Options options)
    {
        var shown = parts
            .Where(p => (p.Program, p.Conditions) == (program, options.Conditions))
            .OrderBy(p => p.Data, StringComparer.Ordinal)
            .ToLookup(p => p.Row);
        var text = new StringBuilder("| what | limit or lean | product | ratio | must |\n| --- | --- | --- | --- | --- |\n");
        foreach (var part in rows.SelectMany(row => shown[row]))
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

    // A comparison of two builds is an object and no list.
    private static List<Part> Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<List<Part>>(File.ReadAllText(file), Written)! : [];
        }
        catch (JsonException other)
        {
            throw new ArgumentException($"{file} holds no rows: --json wants another file.", other);
        }
    }
}

/// <summary>One finished part.</summary>
/// <param name="Row">Its name.</param>
/// <param name="Data">Database and number of invoices.</param>
/// <param name="Program">Hash of the product's own code.</param>
/// <param name="Commit">Of the sources, where they were published by the bench.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Machine">Where.</param>
/// <param name="Conditions">The other options that decide its figures; null: an older bench kept it.</param>
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
    string? Conditions,
    int Rounds,
    int Seconds,
    double Took,
    IReadOnlyList<Line> Lines);
