using FaspayBilling.Core.Configuration;
using Microsoft.Data.Sqlite;

namespace FaspayBilling.Core.Upkeep;

/// <summary>A database of SQLite as a file: opened to be read, copied, brought to rest.</summary>
internal static class SqliteFile
{
    private const string Log = "-wal";
    private const string Journal = "-journal";

    /// <summary>What SQLite may keep beside a database; of another database it would spoil this one.</summary>
    public static readonly IReadOnlyList<string> Beside = [Log, "-shm", Journal];

    /// <summary>A connection for reading, not open yet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="quiet">Nobody writes to it: nothing is made beside it, not even locks.</param>
    public static SqliteConnection Reading(string path, bool quiet)
    {
        var source = quiet ? $"{new Uri(Path.GetFullPath(path)).AbsoluteUri}?immutable=1" : path;
        return new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
    }

    /// <summary>Changes wait beside the file, which alone is not all of it.</summary>
    public static bool HasLog(string path) =>
        Array.Exists([Log, Journal], part => new FileInfo(path + part) is { Exists: true, Length: > 0 });

    /// <summary>Makes a new file, complete and consistent, that nobody else reads; a failed one leaves nothing.</summary>
    /// <param name="source">May be in use.</param>
    /// <param name="quiet">Nobody writes to the source.</param>
    /// <param name="target">Must not be there.</param>
    /// <exception cref="SqliteException">The source cannot be read, or the target not written.</exception>
    /// <exception cref="IOException">The target is there, or cannot be made.</exception>
    public static void Copy(string source, bool quiet, string target)
    {
        // Made before SQLite makes it for everybody to read.
        PrivateFiles.Open(target, FileMode.CreateNew, FileOptions.None).Dispose();
        try
        {
            using var from = Reading(source, quiet);
            from.Open();
            using var to = Writing(target);
            from.BackupDatabase(to);
        }
        catch
        {
            // Half a copy looks like one.
            Delete(target);
            throw;
        }
    }

    /// <summary>Runs the statements, all of them or none, and leaves nothing beside the file.</summary>
    /// <exception cref="SqliteException">One of them failed.</exception>
    public static void Change(string path, string statements)
    {
        using (var connection = Writing(path))
        {
            using var transaction = connection.BeginTransaction();
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = statements;
            command.ExecuteNonQuery();
            transaction.Commit();
        }

        Settle(path);
    }

    /// <summary>Writes what waits in the log into the file; false when another program has the file open.</summary>
    /// <exception cref="SqliteException">It is damaged, or locked.</exception>
    public static bool Settle(string path)
    {
        using (var connection = Writing(path))
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout=5000; PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }

        // Who closes the file last takes its log away.
        return !File.Exists(path + Log);
    }

    /// <summary>The file and what lies beside it; nothing when their folder is not there.</summary>
    public static void Delete(string path)
    {
        foreach (var part in Beside.Prepend("").Where(part => File.Exists(path + part)))
        {
            File.Delete(path + part);
        }
    }

    private static SqliteConnection Writing(string path)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
