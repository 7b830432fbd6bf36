using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Storms;

/// <summary>What all parts of a long storm came to, in a file to which each part adds, and as a table.</summary>
internal sealed class StormFigures
{
    private static readonly Lock Writing = new();
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>By the name of the database.</summary>
    public SortedDictionary<string, Sums> Databases { get; init; } = new(StringComparer.Ordinal);

    /// <summary>How many things were ended on that database, over all parts.</summary>
    public static int KillsSoFar(string file, Database database) =>
        Read(file).Databases.GetValueOrDefault(NameOf(database))?.Kills.Values.Sum() ?? 0;

    /// <summary>Adds what has come since the result before, and writes the table beside the file.</summary>
    public static void Add(string file, StormResult now, StormResult? before, bool ended)
    {
        lock (Writing)
        {
            var figures = Read(file);
            var name = NameOf(now.Database);
            if (!figures.Databases.TryGetValue(name, out var sums))
            {
                figures.Databases.Add(name, sums = new Sums());
            }

            foreach (var kill in now.Kills)
            {
                sums.Kills[kill] = sums.Kills.GetValueOrDefault(kill) + 1;
            }

            sums.Parts += ended ? 1 : 0;
            foreach (var (kind, count) in now.Answered)
            {
                sums.Answered[kind] = sums.Answered.GetValueOrDefault(kind) + count - (before?.Answered.GetValueOrDefault(kind) ?? 0);
            }

            sums.Repeated += now.Repeated - (before?.Repeated ?? 0);
            sums.Lost.AddRange(now.Lost.Skip(before?.Lost.Count ?? 0));
            sums.Doubled.AddRange(now.Doubled.Skip(before?.Doubled.Count ?? 0));
            sums.Wrong.AddRange(now.Wrong.Skip(before?.Wrong.Count ?? 0));
            sums.Mails += now.Mails;
            sums.Copies += now.Copies;
            Write(file, JsonSerializer.Serialize(figures, Readable));
            Write(Path.ChangeExtension(file, ".md"), figures.Table());
        }
    }

    private static StormFigures Read(string file) =>
        File.Exists(file) ? JsonSerializer.Deserialize<StormFigures>(File.ReadAllText(file), Readable)! : new StormFigures();

    // In one step: a part that is broken off leaves the figures of those before.
    private static void Write(string file, string text)
    {
        File.WriteAllText($"{file}.part", text);
        File.Move($"{file}.part", file, overwrite: true);
    }

    private string Table()
    {
        var table = new StringBuilder();
        Row("", s => "", Databases.Keys);
        table.AppendLine(CultureInfo.InvariantCulture, $"| --- |{string.Concat(Databases.Select(_ => " ---: |"))}");
        foreach (var kill in Enum.GetValues<Kill>().Where(k => Databases.Values.Any(s => s.Kills.ContainsKey(k))))
        {
            Row(Words(kill), s => Number(s.Kills.GetValueOrDefault(kill)));
        }

        Row("**ended in all**", s => $"**{Number(s.Kills.Values.Sum())}**");
        Row("**answered**", s => $"**{Number(s.Answered.Values.Sum())}**");
        foreach (var kind in new SortedSet<string>(Databases.Values.SelectMany(s => s.Answered.Keys), StringComparer.Ordinal))
        {
            Row($"of them: {kind}", s => Number(s.Answered.GetValueOrDefault(kind)));
        }

        Row("answered again under the same key", s => Number(s.Repeated));
        Row("**lost**", s => $"**{Number(s.Lost.Count)}**");
        Row("**doubled**", s => $"**{Number(s.Doubled.Count)}**");
        Row("**wrong**", s => $"**{Number(s.Wrong.Count)}**");
        Row("mails that left", s => Number(s.Mails));
        Row("of them a second copy, where the program died", s => Number(s.Copies));
        return table.ToString();

        void Row(string name, Func<Sums, string> cell, IEnumerable<string>? cells = null) => table.AppendLine(
            CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", cells ?? Databases.Values.Select(cell))} |");
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string NameOf(Database database) => database switch
    {
        Database.Sqlite => "SQLite",
        Database.Postgres => "PostgreSQL",
        _ => throw new ArgumentOutOfRangeException(nameof(database), database, "It has no name."),
    };

    private static string Words(Kill kill) => kill switch
    {
        Kill.Program => "kill -9 of the program",
        Kill.Worker => "kill -9 of the second process",
        Kill.Both => "kill -9 of both at once",
        Kill.Stop => "SIGTERM to the program",
        Kill.Server => "kill -9 of PostgreSQL",
        Kill.Immediate => "immediate stop of PostgreSQL",
        Kill.Restart => "restart of PostgreSQL",
        Kill.Connection => "kill -9 of one connection of PostgreSQL",
        _ => throw new ArgumentOutOfRangeException(nameof(kill), kill, "It has no words."),
    };

    /// <summary>Of one database.</summary>
    public sealed class Sums
    {
        public SortedDictionary<Kill, int> Kills { get; init; } = [];

        /// <summary>Each over a database of its own.</summary>
        public int Parts { get; set; }

        public SortedDictionary<string, int> Answered { get; init; } = new(StringComparer.Ordinal);

        public int Repeated { get; set; }

        public List<string> Lost { get; init; } = [];

        public List<string> Doubled { get; init; } = [];

        public List<string> Wrong { get; init; } = [];

        public int Mails { get; set; }

        public int Copies { get; set; }
    }
}
