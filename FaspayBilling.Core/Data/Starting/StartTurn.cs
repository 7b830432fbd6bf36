using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FaspayBilling.Core.Data.Starting;

/// <summary>
/// The turn of one node to do what is done once for the installation: make or upgrade the database, its keys, the first link, the demo.
/// Nodes that start at once on PostgreSQL come one after the other; the turn of one that dies ends with its connection. On SQLite the file
/// has locks of its own, and there is nothing to wait for.
/// </summary>
internal sealed partial class StartTurn : IAsyncDisposable
{
    // Any number that no other program takes on this database; KeyRing takes the one before.
    private const long Turn = 7_341_002;
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(5);

    private readonly NpgsqlConnection? connection;

    private StartTurn(NpgsqlConnection? connection) => this.connection = connection;

    /// <summary>Waits until no other node has it, however long its migration takes; the log says once who is waited for.</summary>
    public static async Task<StartTurn> TakeAsync(DatabaseSettings settings, ILogger log, CancellationToken stop)
    {
        if (!settings.IsPostgres)
        {
            return new StartTurn(null);
        }

        // Not one of the pool: the turn must end when this is disposed, not when the pool sees fit. Something has to pass over it while
        // a migration goes on, or a firewall forgets it.
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(settings.ConnectionString!)
            {
                Pooling = false,
                Multiplexing = false,
                KeepAlive = (int)Alive.TotalSeconds,
            }
                .ConnectionString);
        try
        {
            await connection.OpenAsync(stop);
            if (!await LockAsync(connection, Silent, stop))
            {
                LogWaits(log, await HolderAsync(connection, stop));
                await LockAsync(connection, Timeout.InfiniteTimeSpan, stop);
            }

            return new StartTurn(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes an empty database on the server where there is none: only in one can a turn be waited for.</summary>
    /// <exception cref="PostgresException">The user may not.</exception>
    public static async Task MakeDatabaseAsync(BillingDb db, CancellationToken stop)
    {
        try
        {
            await db.GetService<IRelationalDatabaseCreator>().CreateAsync(stop);
        }
        catch (PostgresException twin) when (
            twin.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another node made it at the same moment.
        }
    }

    // False when it was waited for in vain. The connection's own limit is set each time: the user's may be shorter than a migration.
    private static async Task<bool> LockAsync(NpgsqlConnection connection, TimeSpan wait, CancellationToken stop)
    {
        var limit = wait == Timeout.InfiniteTimeSpan ? 0 : (long)wait.TotalMilliseconds;
        await using var limiting = new NpgsqlCommand("SELECT set_config('lock_timeout', $1, false)", connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = limit.ToString(CultureInfo.InvariantCulture) } },
        };
        await limiting.ExecuteNonQueryAsync(stop);
        await using var locking = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = Turn } },
            CommandTimeout = 0,
        };
        try
        {
            await locking.ExecuteNonQueryAsync(stop);
            return true;
        }
        catch (PostgresException late) when (limit > 0 && late.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    // Where it comes from only who may look at others' connections sees.
    private static async Task<string> HolderAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var asking = new NpgsqlCommand(
            """
            SELECT concat('process ', l.pid, ' of PostgreSQL', ', connected from ' || host(a.client_addr),
                ', since ' || to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC')
            FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.classid = 0 AND l.objid = $1::bigint::oid AND l.objsubid = 1
                AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """,
            connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = Turn } },
        };
        return await asking.ExecuteScalarAsync(stop) as string ?? "one that ends just now";
    }

    [LoggerMessage(
        1009,
        LogLevel.Information,
        "Another start on this database has its turn; this one waits until it is done or its connection ends: {Holder}")]
    private static partial void LogWaits(ILogger log, string holder);

    public ValueTask DisposeAsync() => connection?.DisposeAsync() ?? ValueTask.CompletedTask;
}
