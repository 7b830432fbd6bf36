using Microsoft.Data.Sqlite;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>One migrated SQLite file per test run; each test gets a copy.</summary>
internal static class SqliteTemplate
{
    private static readonly Lazy<Task<string>> Template = new(MakeAsync);

    public static async Task CopyToAsync(string path) => File.Copy(await Template.Value, path);

    private static async Task<string> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("faspay-template-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var path = Path.Combine(folder.FullName, "faspay.db");
        await using var services = TestServices.Build(new() { ["Database:Path"] = path }, folder.FullName, TimeProvider.System);
        await TestServices.StartDatabaseAsync(services);

        // A copy of the file alone must be the whole database: nothing may wait in the write-ahead log.
        await using var connection = new SqliteConnection($"Data Source={path}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        SqliteConnection.ClearAllPools();
        return path;
    }
}
