using System.Globalization;
using Npgsql;

namespace FaspayBilling.Bench.Limit;

/// <summary>The raw way to give numbers on PostgreSQL: a transaction each, and the row of the counter is its lock.</summary>
internal sealed class PostgresNumbers(NpgsqlDataSource source) : IAsyncDisposable
{
    public static async Task<PostgresNumbers> OpenAsync(string connection)
    {
        var text = new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 10, AutoPrepareMinUsages = 2 }.ConnectionString;
        var source = NpgsqlDataSource.Create(text);
        await using var command = source.CreateCommand("""
            CREATE TABLE limit_counter (year int PRIMARY KEY, last bigint NOT NULL);
            CREATE TABLE limit_number (number bigint PRIMARY KEY, invoice bigint NOT NULL, at timestamptz NOT NULL);
            CREATE TABLE limit_history (id bigserial PRIMARY KEY, at timestamptz NOT NULL, action text NOT NULL, facts text NOT NULL);
            INSERT INTO limit_counter VALUES (2026, 0);
            """);
        await command.ExecuteNonQueryAsync();
        return new PostgresNumbers(source);
    }

    public async Task<long> TakeAsync()
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var count = new NpgsqlCommand("UPDATE limit_counter SET last = last + 1 WHERE year = 2026 RETURNING last", connection);
        var number = (long)(await count.ExecuteScalarAsync())!;
        await using var rows = new NpgsqlBatch(connection);
        var facts = string.Create(CultureInfo.InvariantCulture, $$"""{"invoice":"INV-BEN-{{number}}","number":"000-26.{{number}}"}""");
        rows.BatchCommands.Add(new("INSERT INTO limit_number VALUES ($1, $1, now())") { Parameters = { new() { Value = number } } });
        rows.BatchCommands.Add(
            new("INSERT INTO limit_history (at, action, facts) VALUES (now(), 'tax-number.give', $1)")
            {
                Parameters = { new() { Value = facts } },
            });
        await rows.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return number;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
