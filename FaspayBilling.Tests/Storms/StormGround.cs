using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Storms;

/// <summary>Where a storm goes on: a folder, a database that the program makes itself, and what may be ended there.</summary>
internal sealed class StormGround : IAsyncDisposable
{
    private const string Name = "faspay_storm";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-storm-");
    private readonly PostgresServer? server;

    private StormGround(PostgresServer? server) => this.server = server;

    public string Folder => folder.FullName;

    public Database Database => server is null ? Database.Sqlite : Database.Postgres;

    /// <summary>Ends in turn, the commonest oftener.</summary>
    public IReadOnlyList<Kill> Kills => server is null
        ? [Kill.Program, Kill.Both, Kill.Program, Kill.Worker, Kill.Program, Kill.Both, Kill.Stop]
        : [Kill.Server, Kill.Program, Kill.Immediate, Kill.Connection, Kill.Both, Kill.Server, Kill.Stop, Kill.Worker, Kill.Restart];

    /// <summary>Settings of the program, of its commands and of the worker.</summary>
    public Dictionary<string, string> Settings => new(StringComparer.Ordinal)
    {
        ["Database:Provider"] = server is null ? "Sqlite" : "Postgres",
        ["Database:Path"] = Path.Combine(Folder, "faspay.db"),
        ["Database:ConnectionString"] = server?.To(Name) ?? "",
        ["Database:Create"] = "true",
        ["DataProtection:KeyFile"] = Path.Combine(Folder, "faspay.key"),
    };

    public static async Task<StormGround> MakeAsync(Database database) =>
        new(database == Database.Postgres ? await PostgresServer.MakeAsync() : null);

    /// <summary>Ends PostgreSQL, or a part of it, and starts it again.</summary>
    public async Task EndServerAsync(Kill kill)
    {
        switch (kill)
        {
            case Kill.Server:
                await server!.KillAsync();
                break;
            case Kill.Connection:
                await server!.KillOneConnectionAsync(Name);
                return;
            default:
                await server!.StopAsync(kill == Kill.Immediate ? "immediate" : "fast");
                break;
        }

        await server.StartAsync();
    }

    /// <summary>The handlers over this database, with the machine's time.</summary>
    public TestDb Open()
    {
        var settings = Settings.ToDictionary(s => s.Key, s => (string?)s.Value);

        // A kill of PostgreSQL leaves broken ones in a pool.
        settings["Database:ConnectionString"] += server is null ? "" : ";Pooling=false";
        return TestDb.Open(settings, new(TimeProvider.System.GetUtcNow()));
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }
}
