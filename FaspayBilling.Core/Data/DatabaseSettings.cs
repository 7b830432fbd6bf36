using System.Data.Common;
using System.Net;
using FaspayBilling.Core.Configuration;
using Npgsql;

namespace FaspayBilling.Core.Data;

/// <summary>Which database; settings section <c>Database</c>.</summary>
/// <param name="Provider"><c>Sqlite</c> or <c>Postgres</c>.</param>
/// <param name="Path">The SQLite file; a relative path counts from the folder of <c>appsettings.json</c>.</param>
/// <param name="ConnectionString">PostgreSQL's connection string.</param>
/// <param name="Create">A start makes the database where there is none, as the command <c>init</c> does; in Development it always
/// does.</param>
public sealed record DatabaseSettings(string Provider, string Path, string? ConnectionString, bool Create)
{
    private const string ProviderKey = "Database:Provider";
    private const string ConnectionKey = "Database:ConnectionString";
    private const string WaitKey = "Database:WaitSeconds";
    private const int Connections = 40;
    private const string Example = "such as Host=db;Database=faspay;Username=faspay;Password=…";

    /// <summary>How long a write waits for another program's lock of the file, and everything for a connection of the pool.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(10);

    public bool IsPostgres => Provider == "Postgres";

    /// <summary>PostgreSQL is on another machine, and whoever answers in its place is taken for it.</summary>
    internal bool IsUnverified => IsPostgres
        && new NpgsqlConnectionStringBuilder(ConnectionString!) is { SslMode: not SslMode.VerifyFull, Host: { } hosts }
        && Array.Exists(hosts.Split(',', StringSplitOptions.TrimEntries), host => !IsThisMachine(host));

    internal static DatabaseSettings Read(SettingsReader read)
    {
        var settings = new DatabaseSettings(
            read.Text(ProviderKey) ?? "Sqlite",
            read.FullPath("Database:Path", "data/faspay.db"),
            read.Text(ConnectionKey),
            read.Flag("Database:Create", usual: false))
        {
            Wait = TimeSpan.FromSeconds(read.Whole(WaitKey, usual: 10, least: 1, most: 60)),
        };
        if (settings.Provider is not ("Sqlite" or "Postgres"))
        {
            read.Wrong(ProviderKey, $"\"{settings.Provider}\" is neither Sqlite nor Postgres");
        }

        if (!settings.IsPostgres && Directory.Exists(settings.Path))
        {
            read.Wrong("Database:Path", $"{settings.Path} is a folder; name the file in it, such as {settings.Path}/faspay.db");
        }

        if (settings.IsPostgres && WhyNot(settings.ConnectionString) is { } wrong)
        {
            read.Wrong(ConnectionKey, wrong);
        }

        return settings;
    }

    /// <summary>
    /// PostgreSQL's connection string with what it does not say: a pool that several nodes can share a server with, and a wait that ends
    /// before a caller gives up.
    /// </summary>
    public string PooledConnectionString()
    {
        var pooled = new NpgsqlConnectionStringBuilder(ConnectionString!);

        // Npgsql's own builder contains every key that there is; written out it holds those that were given.
        var given = new DbConnectionStringBuilder { ConnectionString = pooled.ToString() };
        if (!given.ContainsKey("Maximum Pool Size"))
        {
            pooled.MaxPoolSize = Math.Max(Connections, pooled.MinPoolSize);
        }

        if (!given.ContainsKey("Timeout"))
        {
            pooled.Timeout = (int)Wait.TotalSeconds;
        }

        return pooled.ToString();
    }

    // A path is that of a socket file; an address may have a port.
    private static bool IsThisMachine(string host) =>
        host.StartsWith('/')
        || host.StartsWith('@')
        || (IPAddress.TryParse(host, out var address)
            ? IPAddress.IsLoopback(address)
            : Uri.TryCreate($"http://{host}", UriKind.Absolute, out var named) && named.IsLoopback);

    // Npgsql's words name the part that it does not take, never its value.
    private static string? WhyNot(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            return $"it is missing; PostgreSQL needs one, {Example}";
        }

        try
        {
            var read = new NpgsqlConnectionStringBuilder(connectionString);
            if (string.IsNullOrEmpty(read.Host))
            {
                return $"it names no Host; write one {Example}";
            }

            // Parts that contradict each other are found when a source is made of them, which connects nowhere.
            NpgsqlDataSource.Create(read).Dispose();
            return null;
        }
        catch (Exception malformed)
            when (malformed is ArgumentException or FormatException or OverflowException or KeyNotFoundException
                or InvalidOperationException or NotSupportedException)
        {
            return $"it cannot be read ({malformed.Message.TrimEnd('.')}); write one {Example}";
        }
    }
}
