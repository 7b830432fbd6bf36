using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace FaspayBilling.Core.Data.Starting;

/// <summary>
/// The turn of one node to do what is done once for the installation: make or upgrade the database, its keys, the first link, the demo.
/// Nodes that start at once on PostgreSQL come one after the other; the turn of one that dies ends with its connection. On SQLite the file
/// has locks of its own, and there is nothing to wait for.
/// </summary>
internal sealed class StartTurn : IAsyncDisposable
{
    // Any number that no other program takes on this database; KeyRing takes the one before.
    private const long Turn = 7_341_002;
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(15);

    private readonly NpgsqlConnection? connection;

    private StartTurn(NpgsqlConnection? connection) => this.connection = connection;

    /// <summary>Waits until no other node has it, however long its migration takes.</summary>
    public static async Task<StartTurn> TakeAsync(DatabaseSettings settings, CancellationToken stop)
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
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection)
            {
                Parameters = { new NpgsqlParameter<long> { TypedValue = Turn } },
                CommandTimeout = 0,
            };
            await command.ExecuteNonQueryAsync(stop);
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

    public ValueTask DisposeAsync() => connection?.DisposeAsync() ?? ValueTask.CompletedTask;
}
