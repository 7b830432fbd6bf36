using System.Data.Common;
using System.Globalization;
using FaspayBilling.Bench.Seeding;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace FaspayBilling.Bench.Rows.InProcess;

/// <summary>The product's handlers in this process, over a copy of the data: without HTTP, screens and background jobs.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly string? server;

    private Product(string folder, string database, string? server, string? postgres)
    {
        (Folder, Database, Postgres, this.server) = (folder, database, postgres, server);
        services = Over(
            postgres is null
                ? new() { ["Database:Path"] = database }
                : new() { ["Database:Provider"] = "Postgres", ["Database:ConnectionString"] = postgres });
        Actor = Actor.System(Number($"""SELECT "Id" FROM "Merchants" WHERE "Code" = '{SeedScript.MerchantCode}'"""));
    }

    public string Folder { get; }

    /// <summary>The SQLite file.</summary>
    public string Database { get; }

    /// <summary>How to connect to PostgreSQL; null on SQLite.</summary>
    public string? Postgres { get; }

    public Actor Actor { get; }

    /// <param name="stage">What it is measured on.</param>
    /// <param name="prepare">SQL that runs on the copy before anything is measured; empty for none.</param>
    public static async Task<Product> OpenAsync(Stage stage, string prepare = "")
    {
        var folder = Directory.CreateTempSubdirectory("faspay-bench-").FullName;
        string? postgres = null;
        Product? product = null;
        try
        {
            var database = await SeedDatabase.CopyAsync(stage.Program, stage.Invoices, stage.Options.Databases, folder);
            postgres = stage.Postgres is { } server ? await PostgresDatabases.CopyAsync(stage, server, database) : null;
            product = new Product(folder, database, stage.Postgres, postgres);
            if (prepare.Length > 0)
            {
                await using var connection = product.Open();
                await using var command = connection.CreateCommand();
                command.CommandText = prepare;
                command.CommandTimeout = 0;
                await command.ExecuteNonQueryAsync();
            }

            return product;
        }
        catch
        {
            if (product is not null)
            {
                await product.DisposeAsync();
            }
            else
            {
                await RemoveAsync(folder, stage.Postgres, postgres);
            }

            throw;
        }
    }

    /// <summary>The product's services with these settings.</summary>
    public static ServiceProvider Over(Dictionary<string, string?> settings)
    {
        var folder = Path.GetTempPath();
        settings["Mail:Folder"] = Path.Combine(folder, "faspay-bench-mail");
        var read = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var all = new ServiceCollection();
        all.AddLogging();
        all.AddSingleton<IConfiguration>(read);
        all.AddFaspayBilling(new SettingsReader(read, folder));
        return all.BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public long Number(string sql) => long.Parse(Texts(sql)[0], CultureInfo.InvariantCulture);

    /// <summary>The first column of every row.</summary>
    public IReadOnlyList<string> Texts(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return texts;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await RemoveAsync(Folder, server, Postgres);
    }

    private static async Task RemoveAsync(string folder, string? server, string? postgres)
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        if (postgres is not null)
        {
            await PostgresDatabases.DropAsync(server!, new NpgsqlConnectionStringBuilder(postgres).Database!);
        }
    }

    private DbConnection Open()
    {
        if (Postgres is null)
        {
            return SeedDatabase.Open(Database);
        }

        var connection = new NpgsqlConnection(Postgres);
        connection.Open();
        return connection;
    }
}
