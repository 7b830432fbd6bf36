using FaspayBilling.Core.Data.Measuring;
using FaspayBilling.Core.Data.Reading;
using FaspayBilling.Core.Data.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Data;

/// <summary>Registers the configured database as <see cref="BillingDb"/>.</summary>
internal static class DatabaseServices
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseSettings settings)
    {
        // Identity's store and the key store want a context for their scope; nothing else may ask for one. That of an open page lives as
        // long as the page, so on SQLite it is none of those that keep their connection.
        if (settings.IsPostgres)
        {
            services.AddPooledDbContextFactory<PostgresBillingDb>(o => UsePostgres(o, settings.PooledConnectionString()));
            services.AddSingleton<IDbContextFactory<BillingDb>, BillingDbFactory<PostgresBillingDb>>();
            services.AddScoped(p => p.GetRequiredService<IDbContextFactory<BillingDb>>().CreateDbContext());
            services.AddSingleton<PostgresLive>().AddHostedService(provider => provider.GetRequiredService<PostgresLive>());
        }
        else
        {
            services.AddSingleton<IDbContextFactory<BillingDb>, KeptContexts>();
            services.AddKeyedSingleton(nameof(BillingDb), (p, _) => Closing(p, settings.Path));
            services.AddScoped<BillingDb>(
                p => new SqliteBillingDb(p.GetRequiredKeyedService<DbContextOptions<SqliteBillingDb>>(nameof(BillingDb))));
        }

        return services.AddSingleton(settings)
            .AddSingleton<OpenFile>()
            .AddSingleton<WriteGate>()
            .AddSingleton<WriteTransaction>()
            .AddSingleton<WorkOnce>()
            .AddSingleton<DatabaseStart>();
    }

    public static DbContextOptionsBuilder UsePostgres(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString).AddInterceptors(MeasuredCommands.Instance).ConfigureWarnings(LimitsWithoutOrder);

    public static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder options, string path) =>
        Configure(options.UseSqlite(ConnectionString(path)));

    /// <summary>Never makes a file: one that is gone stays gone until somebody has looked. A start makes it first.</summary>
    public static string ConnectionString(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWrite,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();

    /// <summary>What holds of SQLite's contexts, on whichever connection.</summary>
    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options) => options
        .AddInterceptors(SqlitePragmas.Instance, MeasuredCommands.Instance)
        .ReplaceService<IModificationCommandBatchFactory, SqliteBatches>()
        .ConfigureWarnings(LimitsWithoutOrder);

    // Made as those of the other contexts are: options of another kind would have a model of their own.
    private static DbContextOptions<SqliteBillingDb> Closing(IServiceProvider services, string path)
    {
        var options = new DbContextOptionsBuilder<SqliteBillingDb>();
        UseSqlite(options, path).UseApplicationServiceProvider(services);
        return options.Options;
    }

    // A search counts up to a limit, which needs no order.
    private static void LimitsWithoutOrder(WarningsConfigurationBuilder warnings) =>
        warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning);
}
