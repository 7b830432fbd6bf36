using System.Globalization;
using FaspayBilling.Bench.Seeding;
using FaspayBilling.Bench.Serving;

namespace FaspayBilling.Bench.Rows;

/// <summary>What a row is measured on: the published product and a number of invoices.</summary>
/// <param name="Options">How much.</param>
/// <param name="Program">The published executable.</param>
/// <param name="Invoices">Of the merchant.</param>
/// <param name="Postgres">The server whose database is measured; null: SQLite.</param>
internal sealed record Stage(Options Options, string Program, int Invoices, string? Postgres = null)
{
    public TimeSpan Round => TimeSpan.FromSeconds(Options.Seconds);

    /// <summary>How results call the data.</summary>
    public string Data => string.Create(CultureInfo.InvariantCulture, $"{(Postgres is null ? "sqlite" : "postgres")}-{Invoices}");

    public string Size => Invoices >= 1_000_000 ? $"{Invoices / 1_000_000}M" : $"{Invoices / 1_000}k";

    /// <summary>Starts a program over its own copy of the data.</summary>
    public async Task<Running> StartAsync(Launch launch)
    {
        var folder = Directory.CreateTempSubdirectory("faspay-bench-").FullName;
        try
        {
            var database = await SeedDatabase.CopyAsync(Program, Invoices, Options.Databases, folder);
            return new Running(await Server.StartAsync(launch, database, Options.Environment, Options.Settings), folder, database);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>In every round each of two in turn, and every other round the other way about: what the machine does meets both.</summary>
    public async Task InTurnAsync<T>(T first, T second, Func<T, Task> measure)
    {
        for (var round = 0; round < Options.Rounds; round++)
        {
            foreach (var one in round % 2 == 0 ? new[] { first, second } : [second, first])
            {
                await measure(one);
            }
        }
    }
}

/// <summary>A started program and its folder.</summary>
internal sealed record Running(Server Server, string Folder, string Database) : IDisposable
{
    public void Dispose()
    {
        Server.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
