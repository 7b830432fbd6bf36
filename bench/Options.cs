using System.Globalization;

namespace FaspayBilling.Bench;

/// <summary>What the command line says.</summary>
internal sealed record Options
{
    public const string Usage = """
        dotnet run -c Release --project bench -- [--short] [options]
            measures every row against the limit and the lean page
        dotnet run -c Release --project bench -- --program FOLDER --against FOLDER [options]
            compares the page turns of two builds

          --short               the cheap rows only: 100,000 invoices, SQLite, 2 rounds of 2 seconds
          --only ROW            that row only; may be repeated
          --again               measures also what the results already hold
          --postgres TEXT       a superuser's connection string: generate and reads on that server too, in databases of the bench
          --seconds N           of a round (3)
          --program FOLDER      a published build of the product (or its executable); else it is published
          --against FOLDER      a second one, measured in turn with the first
          --rounds N            rounds (5)
          --circuits N          circuits that turn pages at once (16)
          --turns N             page turns of a round of a comparison, over all circuits (400)
          --warm N              page turns before anything is measured (800)
          --single N            page turns one by one, for what is counted (30)
          --idle N              more circuits for the heap of one; 0 leaves it out (100)
          --invoices N          invoices of the merchant in a comparison (100000)
          --environment NAME    Production or Development (Production)
          --set KEY=VALUE       a setting of the program, as an environment variable; may be repeated
          --json FILE           the results: rows are added to those that stand there, a comparison replaces an earlier one;
                                one file cannot hold both
          --databases FOLDER    where the made databases stay (a folder of the temporary one)
        """;

    private static readonly string[] Known =
    [
        "--program", "--against", "--rounds", "--circuits", "--turns", "--warm", "--single", "--idle", "--seconds", "--only", "--postgres",
        "--invoices", "--environment", "--set", "--json", "--databases",
    ];

    /// <summary>Null: the bench publishes the product itself.</summary>
    public string? Program { get; init; }

    public string? Against { get; init; }

    public bool Short { get; init; }

    public bool Again { get; init; }

    public IReadOnlyList<string> Only { get; init; } = [];

    public string? Postgres { get; init; }

    public int Seconds { get; init; } = 3;

    public int Rounds { get; init; } = 5;

    public int Circuits { get; init; } = 16;

    public int Turns { get; init; } = 400;

    public int Warm { get; init; } = 800;

    public int Single { get; init; } = 30;

    public int Idle { get; init; } = 100;

    public int Invoices { get; init; } = 100_000;

    public string Environment { get; init; } = "Production";

    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public string? Json { get; init; }

    public string Databases { get; init; } = Path.Combine(Path.GetTempPath(), "faspay-bench");

    /// <summary>What else decides the figures of a row, as text.</summary>
    public string Conditions => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Short ? "short, " : "")}{Environment}, {Circuits} circuits, {Warm} warm, {Single} single, {Idle} idle")
        + string.Concat(Settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $", {s.Key}={s.Value}"));

    /// <exception cref="ArgumentException">An option is unknown or its value wrong; the message says which.</exception>
    public static Options Parse(string[] args)
    {
        string[] flags = ["--short", "--again"];
        var given = args.Where(a => !flags.Contains(a)).Chunk(2)
            .ToLookup(p => p[0], p => p.Length == 2 ? p[1] : throw new ArgumentException($"{p[0]} lacks its value."));
        if (given.Select(g => g.Key).Except(Known).FirstOrDefault() is { } unknown)
        {
            throw new ArgumentException($"{unknown} is no option.");
        }

        var brief = args.Contains("--short");
        var usual = brief ? new Options { Rounds = 2, Seconds = 2, Short = true } : new Options();
        return usual with
        {
            Program = given["--program"].LastOrDefault() is { } program ? Executable(program) : null,
            Again = args.Contains("--again"),
            Only = [.. given["--only"]],
            Postgres = given["--postgres"].LastOrDefault(),
            Seconds = Number("--seconds", usual.Seconds),
            Against = given["--against"].LastOrDefault() is { } against ? Executable(against) : null,
            Rounds = Number("--rounds", usual.Rounds),
            Circuits = Number("--circuits", usual.Circuits),
            Turns = Number("--turns", usual.Turns),
            Warm = Number("--warm", usual.Warm),
            Single = Number("--single", usual.Single),
            Idle = Number("--idle", usual.Idle),
            Invoices = Number("--invoices", usual.Invoices),
            Environment = given["--environment"].LastOrDefault() ?? usual.Environment,
            Settings = given["--set"].Select(s => s.Split('=', 2)).ToDictionary(s => s[0], Value),
            Json = given["--json"].LastOrDefault(),
            Databases = given["--databases"].LastOrDefault() is { } folder ? Path.GetFullPath(folder) : usual.Databases,
        };

        int Number(string option, int otherwise) => given[option].LastOrDefault() is not { } text ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new ArgumentException($"{option} wants a number.");
    }

    private static string Value(string[] setting) =>
        setting.Length == 2 ? setting[1] : throw new ArgumentException("--set wants KEY=VALUE.");

    private static string Executable(string path)
    {
        var whole = Path.GetFullPath(path);
        var program = Directory.Exists(whole) ? Path.Combine(whole, "FaspayBilling.Web") : whole;
        return File.Exists(program) ? program : throw new ArgumentException($"There is no {program}.");
    }
}
