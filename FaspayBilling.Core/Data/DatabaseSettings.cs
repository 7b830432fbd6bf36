using Microsoft.Extensions.Configuration;

namespace FaspayBilling.Core.Data;

/// <summary>Which database; settings section <c>Database</c>.</summary>
public sealed class DatabaseSettings
{
    public const string Section = "Database";

    /// <summary><c>Sqlite</c> or <c>Postgres</c>.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>The SQLite file; a relative path counts from the folder of <c>appsettings.json</c>.</summary>
    public string Path { get; set; } = "data/faspay.db";

    /// <summary>PostgreSQL's connection string.</summary>
    public string? ConnectionString { get; set; }

    public bool IsPostgres => Provider == "Postgres";

    /// <summary>Reads and checks the section; every refusal names its key.</summary>
    /// <exception cref="StartRefusedException">A value is missing or wrong.</exception>
    public static DatabaseSettings Read(IConfiguration configuration, string folder)
    {
        var settings = configuration.GetSection(Section).Get<DatabaseSettings>() ?? new DatabaseSettings();
        if (settings.Provider is not ("Sqlite" or "Postgres"))
        {
            throw new StartRefusedException($"Setting Database:Provider is \"{settings.Provider}\"; it must be Sqlite or Postgres.");
        }

        if (settings.IsPostgres && string.IsNullOrWhiteSpace(settings.ConnectionString))
        {
            throw new StartRefusedException("Setting Database:ConnectionString is missing; PostgreSQL needs one, e.g. Host=db;Database=faspay;Username=faspay;Password=…");
        }

        settings.Path = System.IO.Path.GetFullPath(settings.Path, folder);
        return settings;
    }
}
