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
}
