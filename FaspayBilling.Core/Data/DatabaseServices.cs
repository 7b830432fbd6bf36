using FaspayBilling.Core.Live;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Data;

/// <summary>Registers the configured database as <see cref="BillingDb"/>.</summary>
internal static class DatabaseServices
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseSettings settings)
    {
        if (settings.IsPostgres)
        {
            services.AddPooledDbContextFactory<PostgresBillingDb>(o => UsePostgres(o, settings.ConnectionString!));
            services.AddSingleton<IDbContextFactory<BillingDb>, BillingDbFactory<PostgresBillingDb>>();
            services.AddSingleton<PostgresLive>().AddHostedService(provider => provider.GetRequiredService<PostgresLive>());
        }
        else
        {
            services.AddPooledDbContextFactory<SqliteBillingDb>(o => UseSqlite(o, settings.Path));
            services.AddSingleton<IDbContextFactory<BillingDb>, BillingDbFactory<SqliteBillingDb>>();
        }

        return services.AddSingleton(settings).AddSingleton<WriteGate>().AddSingleton<WriteTransaction>().AddSingleton<DatabaseStart>().AddSingleton<DatabaseBackup>();
    }

    public static DbContextOptionsBuilder UsePostgres(DbContextOptionsBuilder options, string connectionString) => options.UseNpgsql(connectionString);

    public static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder options, string path) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ToString())
        .AddInterceptors(SqlitePragmas.Instance);
}
