using Npgsql;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>One migrated PostgreSQL database per test run; each test gets a copy of its own and drops it.</summary>
internal static class PostgresTemplate
{
    private static readonly Lazy<Task<string>> Template = new(MakeAsync);

    /// <summary>Makes a database and returns its connection string.</summary>
    public static async Task<string> CopyAsync()
    {
        var template = await Template.Value;
        var name = $"faspay_test_{Guid.NewGuid():N}";
        await RunAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return To(name);
    }

    /// <summary>Makes a database with nothing in it and returns its connection string.</summary>
    public static async Task<string> EmptyAsync()
    {
        var name = $"faspay_test_{Guid.NewGuid():N}";
        await RunAsync($"CREATE DATABASE {name}");
        return To(name);
    }

    public static Task DropAsync(string connectionString)
    {
        using (var pool = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(pool);
        }

        return RunAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    /// <summary>Ends all its connections, and refuses new ones where it is away, as a server that is started anew does.</summary>
    public static async Task EndConnectionsAsync(string connectionString, bool away)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await RunAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS {!away}");
        await RunAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    }

    private static async Task<string> MakeAsync()
    {
        var name = $"faspay_template_{Guid.NewGuid():N}";
        await RunAsync($"CREATE DATABASE {name}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAsync(To(name)).GetAwaiter().GetResult();
        await using var services = TestServices.Build(
            new() { ["Database:Provider"] = "Postgres", ["Database:ConnectionString"] = To(name, pooling: false) },
            Path.GetTempPath(),
            TimeProvider.System);
        await TestServices.StartDatabaseAsync(services);
        return name;
    }

    private static string To(string name, bool pooling = true) =>
        new NpgsqlConnectionStringBuilder(Machine.Postgres)
        {
            Database = name,
            Pooling = pooling,
            MaxPoolSize = 20,
            IncludeErrorDetail = true
        }
            .ToString();

    private static async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Machine.Postgres) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
