using FaspayBilling.Core.Configuration;
using Microsoft.Data.Sqlite;

namespace FaspayBilling.Core.Data;

/// <summary>Copies the running SQLite database into a file, complete and consistent.</summary>
public sealed class DatabaseBackup(DatabaseSettings settings)
{
    /// <exception cref="StartRefusedException">PostgreSQL has its own tool, the file exists already, or it cannot be written.</exception>
    public void Run(string target)
    {
        if (settings.IsPostgres)
        {
            throw new StartRefusedException("A PostgreSQL database is backed up with pg_dump.");
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
            using var from = Open(settings.Path, SqliteOpenMode.ReadOnly);
            using var to = Open(target, SqliteOpenMode.ReadWriteCreate);
            from.BackupDatabase(to);
        }
        catch (SqliteException broken)
        {
            throw new StartRefusedException($"The backup {target} could not be written: {broken.Message}", broken);
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
