using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FaspayBilling.Tests.Long;

/// <summary>What the long forms came to: a file to which each adds, and beside it a table as docs/reliability.md takes it.</summary>
internal sealed class LongFigures
{
    private static readonly Lock Writing = new();
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>By form, each figure with its value, in the order in which they came first.</summary>
    public Dictionary<string, List<Figure>> Forms { get; init; } = [];

    /// <summary>Writes one down at once, in the place of an earlier one of its name.</summary>
    public static void Note(string form, string name, FormattableString value)
    {
        lock (Writing)
        {
            var file = LongSettings.Figures;
            var figures = File.Exists(file)
                ? JsonSerializer.Deserialize<LongFigures>(File.ReadAllText(file), Readable)!
                : new LongFigures();
            if (!figures.Forms.TryGetValue(form, out var lines))
            {
                figures.Forms.Add(form, lines = []);
            }

            var line = new Figure(name, FormattableString.Invariant(value));
            var at = lines.FindIndex(l => l.Name == name);
            if (at < 0)
            {
                lines.Add(line);
            }
            else
            {
                lines[at] = line;
            }

            Write(file, JsonSerializer.Serialize(figures, Readable));
            Write(Path.ChangeExtension(file, ".md"), figures.Table());
        }
    }

    // In one step, so that nobody finds half a file.
    private static void Write(string file, string text)
    {
        File.WriteAllText($"{file}.part", text);
        File.Move($"{file}.part", file, overwrite: true);
    }

    private string Table()
    {
        var table = new StringBuilder();
        foreach (var (form, lines) in Forms)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"| {form} | |\n| --- | ---: |");
            foreach (var line in lines)
            {
                table.AppendLine(CultureInfo.InvariantCulture, $"| {line.Name} | {line.Value} |");
            }

            table.AppendLine();
        }

        return table.ToString();
    }

    /// <summary>One line.</summary>
    public sealed record Figure(string Name, string Value);
}
