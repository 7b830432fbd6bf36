using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Keys;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Tests.Data;

/// <summary>A start on a PostgreSQL whose server is not asked who it is. None answers here: what is said is said before.</summary>
public sealed class UnverifiedPostgresTests
{
    // This machine by a name that is none of its own.
    private const string Elsewhere = "0.0.0.0";

    [Theory]
    [InlineData($"Host={Elsewhere}", true)]
    [InlineData($"Host={Elsewhere};SSL Mode=Disable", true)]
    [InlineData($"Host={Elsewhere};SSL Mode=Require", true)]
    [InlineData($"Host={Elsewhere};SSL Mode=VerifyCA", true)]
    [InlineData($"Host={Elsewhere};SSL Mode=VerifyFull", false)]
    [InlineData($"Host=127.0.0.1:1,{Elsewhere}:1", true)]
    [InlineData("Host=127.0.0.1", false)]
    [InlineData("Host=localhost:1", false)]
    [InlineData("Host=::1", false)]
    [InlineData("Host=/nowhere/postgresql", false)]
    public async Task It_is_warned_of_when_it_is_on_another_machine(string connectionString, bool warned)
    {
        using var log = new CapturedLog();
        using var loggers = LoggerFactory.Create(to => to.AddProvider(log));
        await using var services = TestServices.Build(
            new()
            {
                ["Database:Provider"] = "Postgres",
                ["Database:ConnectionString"] = $"{connectionString};Port=1;Timeout=2;Database=faspay;Username=faspay;Password=s3cret",
            },
            Path.GetTempPath(),
            TimeProvider.System);
        var start = new DatabaseStart(
            services.GetRequiredService<IDbContextFactory<BillingDb>>(),
            services.GetRequiredService<DatabaseSettings>(),
            services.GetRequiredService<OpenFile>(),
            services.GetRequiredService<KeyRing>(),
            loggers.CreateLogger<DatabaseStart>());

        var run = () => start.RunAsync(make: false, CancellationToken.None);

        await run.Should().ThrowAsync<StartRefusedException>();
        log.Text.Contains("DatabaseStart[1004]", StringComparison.Ordinal).Should().Be(warned);
        log.Text.Should().NotContain("s3cret");
    }
}
