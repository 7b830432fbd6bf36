using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using Microsoft.Data.Sqlite;

namespace FaspayBilling.Core.Upkeep;

/// <summary>
/// Copies the running SQLite database into a file that nobody else reads, complete and consistent, and looks whether the copy is sound.
/// </summary>
public sealed class DatabaseBackup(DatabaseSettings settings, KeyProtection keys, DatabaseCheck check)
{
    private const string Unfinished = ".unfinished";

    /// <summary>What no backup of the database holds and who restores it needs, as a sentence; null when it holds everything.</summary>
    public string? Lacks => keys.KeptApart is { } apart
        ? $"Not in it: {apart}. Keep a copy of that in another safe place; without it nobody reads the secrets in the backup."
        : null;

    /// <exception cref="StartRefusedException">PostgreSQL has its own tool, the file exists already, it cannot be written, or the copy is
    /// damaged, and then deleted.</exception>
    public async Task RunAsync(string target, CancellationToken stop)
    {
        if (settings.IsPostgres)
        {
            throw new StartRefusedException($"A PostgreSQL database is backed up with pg_dump. {Lacks}".TrimEnd());
        }

        if (!File.Exists(settings.Path))
        {
            throw new StartRefusedException($"There is no database {settings.Path} to back up.");
        }

        if (File.Exists(target))
        {
            throw new StartRefusedException($"{target} exists already. Name a new file for the backup.");
        }

        // Under its name it stands only when it is whole and checked: who ends the command leaves none that looks like a backup.
        var part = target + Unfinished;
        try
        {
            SqliteFile.Delete(part);
            SqliteFile.Copy(settings.Path, quiet: false, part);
            if (await WhyDamagedAsync(part, stop) is { } damaged)
            {
                throw new StartRefusedException(
                    $"Nothing was backed up, for the database {settings.Path} is damaged: {damaged}. Keep its file, and restore an earlier "
                        + "backup with the command restore.");
            }

            File.Move(part, target);
        }
        catch (Exception broken) when (broken is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The backup {target} could not be written: {broken.Message}", broken);
        }
        finally
        {
            SqliteFile.Delete(part);
        }
    }

    // Rows that break a rule of the business are copied as they are: without a backup they would be no better.
    private async Task<string?> WhyDamagedAsync(string copy, CancellationToken stop)
    {
        try
        {
            var copied = await check.CopyAsync(copy, all: false, stop);
            return copied.Kind == DatabaseKind.Other ? "it holds nothing of FaspayBilling" : copied.Why();
        }
        catch (SqliteException broken)
        {
            return broken.Message;
        }
    }
}
