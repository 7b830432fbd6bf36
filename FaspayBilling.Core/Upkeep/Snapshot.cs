using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using FaspayBilling.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaspayBilling.Core.Upkeep;

/// <summary>One moment of a database, read only: whatever is written meanwhile, all that is read here is of that moment.</summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private const string BeforeRule = "rule";

    private readonly DbConnection connection;
    private readonly DbTransaction transaction;

    private Snapshot(BillingDb db, DbConnection connection, DbTransaction transaction, DateTime now)
    {
        (Db, this.connection, this.transaction, Now) = (db, connection, transaction, now);
        db.Database.UseTransaction(transaction);
    }

    /// <summary>For the model, the keys and the migrations; rows are read by <see cref="RowsAsync"/>.</summary>
    public BillingDb Db { get; }

    public bool IsPostgres => Db is PostgresBillingDb;

    public DateTime Now { get; }

    /// <summary>Of a file of SQLite.</summary>
    /// <param name="path">The file.</param>
    /// <param name="now">The moment at which it is read.</param>
    /// <param name="quiet">Nobody writes to it: nothing is made beside it, not even locks.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="SqliteException">It cannot be read, or is no database.</exception>
    public static async Task<Snapshot> OfFileAsync(string path, DateTime now, bool quiet, CancellationToken stop)
    {
        var connection = SqliteFile.Reading(path, quiet);
        try
        {
            await connection.OpenAsync(stop);
            var transaction = connection.BeginTransaction(deferred: true);
            var db = new SqliteBillingDb(new DbContextOptionsBuilder<SqliteBillingDb>().UseSqlite(connection).Options);
            return new Snapshot(db, connection, transaction, now);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Of a database of PostgreSQL.</summary>
    /// <exception cref="NpgsqlException">It cannot be reached or read.</exception>
    public static async Task<Snapshot> OfServerAsync(string connectionString, DateTime now, CancellationToken stop)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(stop);
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
            var db = new PostgresBillingDb(new DbContextOptionsBuilder<PostgresBillingDb>().UseNpgsql(connection).Options);
            var moment = new Snapshot(db, connection, transaction, now);

            // Days are compared as texts, and names are made of them.
            await moment.SayAsync("SET TRANSACTION READ ONLY; SET LOCAL DateStyle = 'ISO'", stop);
            return moment;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whose database it is: rules can be asked of one of this version alone.</summary>
    public async Task<DatabaseKind> KindAsync(CancellationToken stop)
    {
        var known = Db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await Db.Database.GetAppliedMigrationsAsync(stop)).ToList();
        return applied.Count == 0 ? DatabaseKind.Other
            : !applied.TrueForAll(known.Contains) ? DatabaseKind.Newer
            : applied.Count < known.Count ? DatabaseKind.Older
            : DatabaseKind.Ours;
    }

    /// <summary>
    /// The rows of a query of ours, one after the other and never all at once: the same reader, moved on. No other query until they end.
    /// </summary>
    /// <param name="sql">Written in this room alone; it takes no value from outside.</param>
    /// <param name="stop">Ends the reading.</param>
    public IAsyncEnumerable<DbDataReader> RowsAsync(string sql, CancellationToken stop) => RowsAsync(sql, CommandBehavior.Default, stop);

    /// <summary>The same; with SequentialAccess each column is read once, in order, and the last may be a file.</summary>
    public async IAsyncEnumerable<DbDataReader> RowsAsync(
        string sql, CommandBehavior behavior, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync(behavior, stop);
        while (await reader.ReadAsync(stop))
        {
            yield return reader;
        }
    }

    /// <summary>The first column of the first row, a whole number.</summary>
    public async Task<long> NumberAsync(string sql, CancellationToken stop)
    {
        await using var command = Command(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(stop), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>After it a query may fail and others still be asked.</summary>
    public Task MarkAsync(CancellationToken stop) => transaction.SaveAsync(BeforeRule, stop);

    /// <summary>Back to <see cref="MarkAsync"/>, still in the same moment.</summary>
    public Task BackAsync(CancellationToken stop) => transaction.RollbackAsync(BeforeRule, stop);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Db.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task SayAsync(string sql, CancellationToken stop)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(stop);
    }

    private DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;

        // A rule may look at every row of a big table.
        command.CommandTimeout = 0;
        return command;
    }
}
