using FaspayBilling.Core.Configuration;
using Microsoft.Data.Sqlite;

namespace FaspayBilling.Core.Data;

/// <summary>Copies the running SQLite database into a file that nobody else reads, complete and consistent.</summary>
public sealed class DatabaseBackup(DatabaseSettings settings, KeyProtection keys)
{
    /// <summary>What no backup of the database holds and who restores it needs, as a sentence; null when it holds everything.</summary>
    public string? Lacks => keys.KeptApart is { } apart
        ? $"Not in it: {apart}. Keep a copy of that in another safe place; without it nobody reads the secrets in the backup."
        : null;

    /// <exception cref="StartRefusedException">PostgreSQL has its own tool, the file exists already, or it cannot be written.</exception>
    public void Run(string target)
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

        try
        {
            // Made before SQLite makes it for everybody to read.
            PrivateFiles.Open(target, FileMode.CreateNew, FileOptions.None).Dispose();
            Copy(target);
        }
        catch (Exception broken) when (broken is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The backup {target} could not be written: {broken.Message}", broken);
        }
    }

    private void Copy(string target)
    {
        try
        {
            using var from = Open(settings.Path, SqliteOpenMode.ReadOnly);
            using var to = Open(target, SqliteOpenMode.ReadWrite);
            from.BackupDatabase(to);
        }
        catch
        {
            // Half a backup looks like one.
            File.Delete(target);
            throw;
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
