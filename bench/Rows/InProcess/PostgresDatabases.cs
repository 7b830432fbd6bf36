using System.Globalization;
using FaspayBilling.Bench.Seeding;
using FaspayBilling.Core.Data;
using Npgsql;

namespace FaspayBilling.Bench.Rows.InProcess;

/// <summary>Databases on a PostgreSQL server: one made of the product's schema and the seeded rows, and copies of it.</summary>
internal static class PostgresDatabases
{
    /// <summary>Makes a copy, and first what is copied; answers how to connect to it.</summary>
    public static async Task<string> CopyAsync(Stage stage, string server, string sqlite)
    {
        var build = await SeedDatabase.NameAsync(stage.Program);
        var made = string.Create(CultureInfo.InvariantCulture, $"faspay_bench_{build}_{stage.Invoices}");
        if (!await ExistsAsync(server, made))
        {
            await DropAsync(server, made + "_making");
            await ExecuteAsync(server, $"CREATE DATABASE {made}_making");
            await MakeAsync(Of(server, made + "_making"), sqlite);
            await ExecuteAsync(server, $"ALTER DATABASE {made}_making RENAME TO {made}");
        }

        var copy = $"faspay_bench_{Guid.NewGuid():N}";
        await ExecuteAsync(server, $"CREATE DATABASE {copy} TEMPLATE {made}");
        return Of(server, copy);
    }

    public static async Task DropAsync(string server, string database)
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
    }

    private static async Task MakeAsync(string connection, string sqlite)
    {
        await using (var product = Product.Over(new() { ["Database:Provider"] = "Postgres", ["Database:ConnectionString"] = connection }))
        {
            await product.GetRequiredService<DatabaseStart>().RunAsync(make: true, CancellationToken.None);
        }

        await using var to = new NpgsqlConnection(connection);
        await to.OpenAsync();
        using var from = SeedDatabase.Open(sqlite);
        await new PostgresSeed(to, from).RunAsync();
        await to.CloseAsync();
        NpgsqlConnection.ClearAllPools();
    }

    private static string Of(string server, string database) =>
        new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;

    private static async Task<bool> ExistsAsync(string server, string database)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT 1 FROM pg_database WHERE datname = '{database}'", connection);
        return await command.ExecuteScalarAsync() is not null;
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
