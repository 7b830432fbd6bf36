using FaspayBilling.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>A database that is away until this is disposed of: it can neither be read nor written.</summary>
internal sealed class Outage : IAsyncDisposable
{
    private readonly DatabaseSettings settings;

    private Outage(DatabaseSettings settings) => this.settings = settings;

    private string Aside => settings.Path + ".aside";

    public static Task<Outage> BeginAsync(TestDb db) => BeginAsync(db.Services);

    /// <summary>Of a running program, or of Core alone.</summary>
    public static async Task<Outage> BeginAsync(IServiceProvider services)
    {
        var outage = new Outage(services.GetRequiredService<DatabaseSettings>());
        if (outage.settings.IsPostgres)
        {
            await PostgresTemplate.EndConnectionsAsync(outage.settings.ConnectionString!, away: true);
        }
        else
        {
            // What is open could be read on.
            ((IDisposable)services.GetRequiredService<IDbContextFactory<BillingDb>>()).Dispose();
            SqliteConnection.ClearAllPools();
            File.Move(outage.settings.Path, outage.Aside);
        }

        return outage;
    }

    public async ValueTask DisposeAsync()
    {
        if (settings.IsPostgres)
        {
            await PostgresTemplate.EndConnectionsAsync(settings.ConnectionString!, away: false);
        }
        else if (File.Exists(Aside))
        {
            File.Move(Aside, settings.Path);
        }
    }
}
