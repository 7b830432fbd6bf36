using System.Reflection;
using FaspayBilling.Core.Data;
using FaspayBilling.Tests.Support.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace FaspayBilling.Tests.Data;

/// <summary>
/// SQLite makes a table anew to add a foreign key and renames it into the place of the old one: no trigger of another table may name that
/// one meanwhile.
/// </summary>
public sealed class RebuiltTableTests
{
    // As EF does it.
    private const string Rebuild = """
        PRAGMA foreign_keys = OFF;
        PRAGMA legacy_alter_table = OFF;
        CREATE TABLE ef_temp_Invoices AS SELECT * FROM Invoices;
        DROP TABLE Invoices;
        ALTER TABLE ef_temp_Invoices RENAME TO Invoices;
        """;

    [Fact]
    public async Task Invoices_are_made_anew_between_two_migrations_and_all_triggers_are_there_again()
    {
        await using var db = await TestDb.MakeAsync();
        await using var connection = await OpenAsync(db);
        var before = await TriggersAsync(connection);

        await MigrateAsync(connection, "ForgetTotals", "ForgetUploads", "ForgetSearchQueued");
        await RunAsync(connection, Rebuild);
        await MigrateAsync(connection, "KeepTotals", "KeepUploads", "KeepSearchQueued");

        before.Should().Contain("InvoiceSearchFull");
        (await TriggersAsync(connection)).Should().Equal(before);
    }

    [Fact]
    public async Task With_the_triggers_of_the_search_they_cannot_be()
    {
        await using var db = await TestDb.MakeAsync();
        await using var connection = await OpenAsync(db);
        await MigrateAsync(connection, "ForgetTotals", "ForgetUploads");

        var act = () => RunAsync(connection, Rebuild);

        await act.Should().ThrowAsync<SqliteException>().WithMessage("*InvoiceSearchFull*");
    }

    private static async Task<SqliteConnection> OpenAsync(TestDb db)
    {
        var connection = new SqliteConnection($"Data Source={db.Settings["Database:Path"]};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task MigrateAsync(SqliteConnection connection, params string[] steps)
    {
        var migration = new MigrationBuilder("Microsoft.EntityFrameworkCore.Sqlite");
        foreach (var step in steps)
        {
            // Migrations are Core's own.
            typeof(BillingDb).Assembly.GetTypes()
                .Where(t => t.Namespace == "FaspayBilling.Core.Data.Migrations.Sqlite")
                .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
                .Single(m => m.Name == step)
                .Invoke(null, [migration]);
        }

        foreach (var operation in migration.Operations.OfType<SqlOperation>())
        {
            await RunAsync(connection, operation.Sql);
        }
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> TriggersAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name";
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
