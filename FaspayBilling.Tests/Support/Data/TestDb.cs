using FaspayBilling.Core.Data;
using FaspayBilling.Core.Live;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>One real, migrated database of a test's own, with Core registered over it; gone when disposed.</summary>
public sealed class TestDb : IAsyncDisposable
{
    private readonly Dictionary<string, string?> settings;
    private readonly DirectoryInfo folder;
    private readonly bool owner;
    private readonly ServiceProvider services;
    private readonly AsyncServiceScope scope;

    private TestDb(Dictionary<string, string?> settings, DirectoryInfo folder, FakeTimeProvider clock, bool owner)
    {
        this.settings = settings;
        this.folder = folder;
        this.owner = owner;
        Clock = clock;
        services = TestServices.Build(settings, folder.FullName, clock);
        scope = services.CreateAsyncScope();
    }

    public FakeTimeProvider Clock { get; }

    /// <summary>A folder of the test's own, for files and mail.</summary>
    public string Folder => folder.FullName;

    /// <summary>Settings with which another process opens the same database.</summary>
    public IReadOnlyDictionary<string, string?> Settings => settings;

    /// <summary>All that Core registers.</summary>
    public IServiceProvider Services => scope.ServiceProvider;

    public IDbContextFactory<BillingDb> Dbs => Get<IDbContextFactory<BillingDb>>();

    public WriteTransaction Write => Get<WriteTransaction>();

    public LiveChanges Live => Get<LiveChanges>();

    /// <summary>Says what exists.</summary>
    public Given Given => new(this);

    /// <summary>Makes a database; <paramref name="extra"/> are further settings, e.g. <c>["Mail:Host"] = "localhost"</c>.</summary>
    public static async Task<TestDb> MakeAsync(
        Database database = Database.Sqlite, FakeTimeProvider? clock = null, Dictionary<string, string?>? extra = null)
    {
        var folder = Directory.CreateTempSubdirectory("faspay-test-");
        var settings = new Dictionary<string, string?>(extra ?? []);
        if (database == Database.Postgres)
        {
            settings["Database:Provider"] = "Postgres";
            settings["Database:ConnectionString"] = await PostgresTemplate.CopyAsync();
        }
        else
        {
            settings["Database:Path"] = Path.Combine(folder.FullName, "faspay.db");
            await SqliteTemplate.CopyToAsync(settings["Database:Path"]!);
        }

        return new TestDb(settings, folder, clock ?? Given.Clock(), owner: true);
    }

    /// <summary>A database that another process made and owns.</summary>
    public static TestDb Open(Dictionary<string, string?> settings, FakeTimeProvider? clock = null) =>
        new(settings, new DirectoryInfo(Path.GetTempPath()), clock ?? Given.Clock(), owner: false);

    /// <summary>A second node on the same database: its own gate, its own live changes.</summary>
    public TestDb AnotherNode() => new(settings, folder, Clock, owner: false);

    /// <summary>Any registered service: a handler, the write transaction …</summary>
    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>Reads with a context of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<BillingDb, Task<T>> read)
    {
        await using var db = await Dbs.CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>Adds a row as it is and returns it, its key known.</summary>
    public async Task<T> AddAsync<T>(T row)
        where T : class
    {
        await using var db = await Dbs.CreateDbContextAsync();
        db.Add(row);
        await db.SaveChangesAsync();
        return row;
    }

    /// <summary>Closes what reads keep open, as a program does that ends; it can be used on.</summary>
    public void CloseFile()
    {
        ((IDisposable)Dbs).Dispose();
        SqliteConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync()
    {
        var pool = Get<BillingDb>().Database.GetConnectionString();
        await scope.DisposeAsync();
        await services.DisposeAsync();
        if (!owner)
        {
            return;
        }

        if (settings.GetValueOrDefault("Database:ConnectionString") is { } connectionString)
        {
            await PostgresTemplate.DropAsync(connectionString);
        }
        else
        {
            using var connection = new SqliteConnection(pool);
            SqliteConnection.ClearPool(connection);
        }

        folder.Delete(recursive: true);
    }
}
