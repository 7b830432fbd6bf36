namespace FaspayBilling.Web;

/// <summary>What the program was asked to do: one command, its argument where it takes one, and settings in any order.</summary>
/// <param name="Command">One of <see cref="Commands"/>; <c>serve</c> when none is named.</param>
/// <param name="Argument">The file or the e-mail address of a command that takes one.</param>
/// <param name="Settings"><c>--key value</c> and <c>--key=value</c>, as the configuration reads them.</param>
/// <param name="Wrong">Why it cannot be run, in one sentence; null when it can.</param>
internal sealed record CommandLine(string Command, string? Argument, string[] Settings, string? Wrong)
{
    public const string Serve = "serve";
    public const string Init = "init";
    public const string AddMerchant = "add-merchant";
    public const string ResetAdmin = "reset-admin";
    public const string Backup = "backup";
    public const string Restore = "restore";
    public const string Check = "check";
    public const string Help = "help";

    public const string Usage = """
        FaspayBilling.Web [command] [--Key=value …]

          serve               runs the dashboard and the APIs (the default)
          init                makes or upgrades the database and ends
          add-merchant        prints a link that makes one more merchant and its first Admin
          reset-admin EMAIL   unlocks that Admin, takes second factor and passkeys away, prints a link to choose a new password
          backup FILE         copies the SQLite database into a new file, also while it is in use, and checks the copy
          restore FILE        puts such a copy in the place of the SQLite database, checked first; the old file is kept
          check               proves that the whole database is sound, also while it is in use, and names every row that is not
          help                says this

        A setting of appsettings.json is given as --Database:Path=/srv/faspay/faspay.db or as Database__Path in the environment.
        """;

    private static readonly string[] HelpWords = [Help, "--help", "-h", "-?", "/?"];

    /// <summary>The commands, and what each takes; null for nothing.</summary>
    private static readonly Dictionary<string, string?> Commands = new(StringComparer.Ordinal)
    {
        [Serve] = null,
        [Init] = null,
        [AddMerchant] = null,
        [ResetAdmin] = "the e-mail address of an Admin",
        [Backup] = "the name of a file",
        [Restore] = "the name of a file",
        [Check] = null,
        [Help] = null,
    };

    public static CommandLine Of(IReadOnlyList<string> args)
    {
        if (args.Any(a => HelpWords.Contains(a, StringComparer.Ordinal)))
        {
            return new(Help, null, [], null);
        }

        var (words, settings) = Split(args);
        var command = words.FirstOrDefault() ?? Serve;
        var wrong = !Commands.TryGetValue(command, out var takes) ? $"\"{command}\" is no command."
            : takes is not null && words.Count == 1 ? $"The command {command} needs {takes}."
            : words.Count > (takes is null ? 1 : 2) ? $"The command {command} cannot do anything with \"{words[^1]}\"."
            : null;
        return new(command, words.ElementAtOrDefault(1), settings, wrong);
    }

    private static (List<string> Words, string[] Settings) Split(IReadOnlyList<string> args)
    {
        var words = new List<string>();
        var settings = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (!args[i].Contains('=', StringComparison.Ordinal)
                && i + 1 < args.Count
                && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                settings.Add(args[++i]);
            }
        }

        return (words, [.. settings]);
    }
}
