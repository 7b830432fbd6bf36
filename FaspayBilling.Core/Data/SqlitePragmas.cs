using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace FaspayBilling.Core.Data;

/// <summary>What SQLite is told on every connection: what a person was told is done must survive a power cut.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=30000;";

    // What a savepoint keeps for its undoing spills into a temporary file beyond 64 kB, which one invoice with its indexes passes; and its
    // pages are those of the next one too.
    private const string Writer = "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=4000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    /// <summary>For a connection that was opened without EF.</summary>
    public static void Set(DbConnection connection) => Tell(connection, Pragmas);

    /// <summary>For the one that all writers share.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="patience">How long it waits for the lock of another program.</param>
    public static void SetForWriters(DbConnection connection, TimeSpan patience)
    {
        Tell(connection, Pragmas + Writer);
        SetPatience(connection, patience);
    }

    /// <summary>
    /// SQLite itself looks oftener than the driver whether another program's lock is free: one that writes without a pause leaves
    /// short gaps.
    /// </summary>
    public static void SetPatience(DbConnection connection, TimeSpan patience) =>
        Tell(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={patience.TotalMilliseconds:0}"));

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// SQLite opens a file that may only be read all the same, and begins a transaction on it; only the first change would tell.
    /// </summary>
    /// <exception cref="SqliteException">It may only be read (SQLITE_READONLY).</exception>
    public static void ThrowIfReadOnly(SqliteConnection connection)
    {
        if (raw.sqlite3_db_readonly(connection.Handle!, "main") == 1)
        {
            throw new SqliteException("attempt to write a readonly database", raw.SQLITE_READONLY);
        }
    }

    private static void Tell(DbConnection connection, string pragmas)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
    }
}
