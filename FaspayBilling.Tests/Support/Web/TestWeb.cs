using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Api;
using FaspayBilling.Tests.Support.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Support.Web;

/// <summary>The whole product on a free local port and a database of its own, for a browser or an HTTP client.</summary>
public sealed class TestWeb : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string?> settings;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-web-");
    private readonly FakeTimeProvider? clock;
    private readonly string environment;
    private readonly ILoggerProvider? log;

    public TestWeb(
        Dictionary<string, string?>? settings = null,
        FakeTimeProvider? clock = null,
        string environment = "Development",
        ILoggerProvider? log = null)
    {
        this.log = log;
        this.environment = environment;
        this.settings = settings ?? [];
        this.clock = clock;
        UseKestrel(0);
        StartServer();
    }

    /// <summary>With the demo's merchants, invoices and users.</summary>
    public static TestWeb WithDemo(Dictionary<string, string?>? settings = null, FakeTimeProvider? clock = null) =>
        new(new(settings ?? []) { ["Demo:Enabled"] = "true" }, clock);

    public string Address => Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A user of a merchant, who signs in with <see cref="DemoAccess.Password"/>; answers its key.</summary>
    public async Task<long> UserAsync(long merchant, string email, Role role = Role.Admin) =>
        (await Get<CreateUser>().HandleAsync(
            Actor.System(merchant),
            new NewUser(merchant, email, $"{role} of {merchant}", role, DemoAccess.Password),
            CancellationToken.None)).Value;

    /// <summary>The user of that address as the one who acts in a session of its own that was proved again.</summary>
    public async Task<Actor> SignedInAsync(string email)
    {
        var user = await ReadAsync(db => db.Set<User>().AsNoTracking().SingleAsync(u => u.Email == email));
        var opened = await Get<OpenSession>().HandleAsync(user, SignInMethod.Password, UserData.Office, CancellationToken.None);
        await using var rows = await Get<IDbContextFactory<BillingDb>>().CreateDbContextAsync();
        await rows.ProveAsync(opened.Value.Id);
        return user.In(opened.Value.Id);
    }

    /// <summary>All who are signed in have given their password again a moment ago.</summary>
    public async Task ProveAsync()
    {
        await using var rows = await Get<IDbContextFactory<BillingDb>>().CreateDbContextAsync();
        foreach (var session in await rows.Set<UserSession>().Select(s => s.Id).ToListAsync())
        {
            await rows.ProveAsync(session);
        }
    }

    /// <summary>Reads its database with a context of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<BillingDb, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<BillingDb>>().CreateDbContextAsync();
        return await read(db);
    }

    public override async ValueTask DisposeAsync()
    {
        var pool = Pool();
        await base.DisposeAsync();

        // Its own alone: other tests look at the files that an open connection keeps.
        using (var own = new Microsoft.Data.Sqlite.SqliteConnection(pool))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(own);
        }

        folder.Delete(recursive: true);
    }

    // Identity's contexts pool their connections.
    private string? Pool()
    {
        using var scope = Services.CreateScope();
        return Get<DatabaseSettings>().IsPostgres
            ? null
            : scope.ServiceProvider.GetRequiredService<BillingDb>().Database.GetConnectionString();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseSetting("Database:Path", Path.Combine(folder.FullName, "faspay.db"));
        builder.UseSetting("Database:Create", "true");
        builder.UseSetting("Mail:Folder", Path.Combine(folder.FullName, "mail"));
        builder.UseSetting("Demo:Enabled", "false");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, CallerAddress>());
        if (log is not null)
        {
            builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(log));
        }

        if (clock is not null)
        {
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock));
        }
    }
}
