using System.Diagnostics;
using FaspayBilling.Core.Data.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FaspayBilling.Core.Data.Reading;

/// <summary>A connection of SQLite with what is prepared on it, and the context that reads by it; one caller has it at a time.</summary>
internal sealed class KeptContext : IDisposable
{
    private const int Statements = 60;

    // Whatever was wrong with its file is not wrong for ever.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly string path;
    private readonly SqliteConnection connection;
    private readonly KeptCommands commands = new(Statements, ofQueries: true);
    private readonly PooledDbContextFactory<SqliteBillingDb> contexts;
    private readonly long made = Stopwatch.GetTimestamp();

    public KeptContext(DatabaseSettings settings, IServiceProvider services)
    {
        path = settings.Path;
        connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(DatabaseServices.ConnectionString(path)) { Pooling = false }.ToString());
        var options = new DbContextOptionsBuilder<SqliteBillingDb>();
        DatabaseServices.Configure(options.UseSqlite(connection)).AddInterceptors(commands).UseApplicationServiceProvider(services);
        contexts = new PooledDbContextFactory<SqliteBillingDb>(options.Options, poolSize: 1);
    }

    public bool IsOld => Stopwatch.GetElapsedTime(made) > Life;

    /// <summary>The context; when it is disposed, <paramref name="back"/> is told.</summary>
    public BillingDb Lend(Action<KeptContext> back)
    {
        Open();
        var db = contexts.CreateDbContext();
        db.Returned = () => back(this);
        return db;
    }

    public void Dispose()
    {
        commands.Forget();
        connection.Dispose();
    }

    // Where no file is, EF opens and closes it as its caller wants: a start asks first whether there is one.
    private void Open()
    {
        if (connection.State == System.Data.ConnectionState.Open || !File.Exists(path))
        {
            return;
        }

        connection.Open();
        try
        {
            SqlitePragmas.Set(connection);
        }
        catch
        {
            // Open, it would be taken for one that was told.
            connection.Close();
            throw;
        }
    }
}
