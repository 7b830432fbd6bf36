using FaspayBilling.Core.Upkeep;

namespace FaspayBilling.Web;

/// <summary>The commands that look after the database as a whole; none of them starts, makes or upgrades it.</summary>
internal static class UpkeepCommands
{
    /// <summary>Whether it is one of these.</summary>
    public static bool Is(string command) => command is CommandLine.Backup or CommandLine.Restore or CommandLine.Check;

    /// <summary>Says what it did; answers 1 when a rule does not hold.</summary>
    /// <exception cref="Core.Configuration.StartRefusedException">It cannot be done, and nothing was.</exception>
    public static Task<int> RunAsync(IServiceProvider services, CommandLine asked, CancellationToken stop) => asked.Command switch
    {
        CommandLine.Backup => BackUpAsync(services.GetRequiredService<DatabaseBackup>(), asked.Argument!, stop),
        CommandLine.Restore => RestoreAsync(services.GetRequiredService<DatabaseRestore>(), asked.Argument!, stop),
        _ => CheckAsync(services.GetRequiredService<DatabaseCheck>(), stop),
    };

    private static async Task<int> BackUpAsync(DatabaseBackup backup, string file, CancellationToken stop)
    {
        await backup.RunAsync(file, stop);
        Console.WriteLine($"Backed up to {Path.GetFullPath(file)}, and the copy is whole.");
        Say(backup.Lacks);
        return 0;
    }

    private static async Task<int> RestoreAsync(DatabaseRestore restore, string file, CancellationToken stop)
    {
        var done = await restore.RunAsync(file, stop);
        Console.WriteLine($"Restored {Path.GetFullPath(file)}.");
        Say(done.Kept is { } kept ? $"The database that was there before is kept as {kept}." : null);
        Say(done.Recounted ? "Totals that it kept were not those of its rows; they were counted anew." : null);
        Say(done.Older ? "An earlier version wrote it: the next start upgrades it. Run the command check after that." : null);
        Say(done.Lacks);
        return 0;
    }

    private static async Task<int> CheckAsync(DatabaseCheck check, CancellationToken stop)
    {
        var broken = 0;
        await foreach (var rule in check.RunAsync(stop))
        {
            Console.WriteLine($"{(rule.Holds ? "ok    " : "BROKEN")}  {rule.Says} ({rule.Rows} {rule.Of})");
            foreach (var breach in rule.Breaches)
            {
                Console.WriteLine($"        {breach}");
            }

            Say(rule.More > 0 ? $"        and {rule.More} more" : null);
            broken += rule.Holds ? 0 : 1;
        }

        Console.WriteLine(broken == 0 ? "The database is sound." : broken == 1 ? "1 rule does not hold." : $"{broken} rules do not hold.");
        return broken == 0 ? 0 : 1;
    }

    private static void Say(string? sentence)
    {
        if (sentence is not null)
        {
            Console.WriteLine(sentence);
        }
    }
}
