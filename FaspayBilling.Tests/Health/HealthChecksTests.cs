using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Hosting.Health;
using FaspayBilling.Core.Outbox;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FaspayBilling.Tests.Health;

public sealed class HealthChecksTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task All_is_well_with_a_new_database(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await (await db.Given.MerchantAsync()).MailAsync();

        (await AskAsync<DatabaseHealth>(db)).Status.Should().Be(HealthStatus.Healthy);
        (await AskAsync<MigrationsHealth>(db)).Status.Should().Be(HealthStatus.Healthy);
        (await AskAsync<OutboxHealth>(db)).Status.Should().Be(HealthStatus.Healthy);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_migration_that_is_pending_is_told(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await db.ReadAsync(d => d.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\""));

        var said = await AskAsync<MigrationsHealth>(db);

        said.Status.Should().Be(HealthStatus.Unhealthy);
        said.Description.Should().Contain("of another version").And.Contain("pending");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_that_a_newer_program_has_upgraded_is_told(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await db.ReadAsync(d => d.Database.ExecuteSqlRawAsync(
            """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('99990101000000_Tomorrow', '10.0.0')"""));

        var said = await AskAsync<MigrationsHealth>(db);

        said.Status.Should().Be(HealthStatus.Unhealthy);
        said.Description.Should().Contain("of another version").And.Contain("newer").And.NotContain("pending");
    }

    [Fact]
    public async Task A_database_that_says_nothing_is_waited_for_no_longer_than_set_and_for_the_outbox_alone_it_is_degraded()
    {
        await using var db = await TestDb.MakeAsync();
        var (dbs, settings) = (new SilentDbs(), db.Get<HealthSettings>() with { Patience = TimeSpan.FromMilliseconds(50) });

        (await AskAsync(new DatabaseHealth(dbs, db.Get<OpenFile>(), settings))).Status.Should().Be(HealthStatus.Unhealthy);
        (await AskAsync(new MigrationsHealth(dbs, settings))).Status.Should().Be(HealthStatus.Unhealthy);
        (await AskAsync(new OutboxHealth(new OutboxLengths(dbs, db.Clock), settings))).Status.Should().Be(HealthStatus.Degraded);
    }

    [Theory]
    [InlineData(15, MailState.Waiting, HealthStatus.Healthy)]
    [InlineData(16, MailState.Waiting, HealthStatus.Degraded)]
    [InlineData(16, MailState.Sent, HealthStatus.Healthy)]
    [InlineData(16, MailState.Failed, HealthStatus.Healthy)]
    public async Task A_row_that_is_due_for_longer_than_the_limit_degrades(int minutes, MailState state, HealthStatus status)
    {
        await using var db = await TestDb.MakeAsync();
        await (await db.Given.MerchantAsync()).MailAsync(state);
        db.Clock.Advance(TimeSpan.FromMinutes(minutes));

        (await AskAsync<OutboxHealth>(db)).Status.Should().Be(status);
    }

    [Fact]
    public async Task What_is_tried_again_later_is_not_overdue()
    {
        await using var db = await TestDb.MakeAsync();
        await (await db.Given.MerchantAsync()).MailAsync(also: m => m.NextTryAt = m.NextTryAt.AddHours(2));
        db.Clock.Advance(TimeSpan.FromHours(1));

        (await db.Get<OutboxLengths>().ReadAsync(default)).Should().Contain(new OutboxLength("mail", 1, TimeSpan.Zero));
        (await AskAsync<OutboxHealth>(db)).Status.Should().Be(HealthStatus.Healthy);
    }

    [Theory]
    [InlineData("0", HealthStatus.Healthy)]
    [InlineData("1000000000", HealthStatus.Degraded)]
    public async Task Less_free_disk_than_the_limit_degrades(string megabytes, HealthStatus status)
    {
        await using var db = await TestDb.MakeAsync(extra: new() { ["Health:FreeDiskMegabytes"] = megabytes, ["Mail:Folder"] = "not/yet" });

        var said = await AskAsync<DiskHealth>(db);

        said.Status.Should().Be(status);
        said.Description.Should().Contain(db.Folder).And.Contain("MB free");
    }

    private static Task<HealthCheckResult> AskAsync<TCheck>(TestDb db)
        where TCheck : IHealthCheck => AskAsync(ActivatorUtilities.CreateInstance<TCheck>(db.Services));

    private static Task<HealthCheckResult> AskAsync(IHealthCheck check) =>
        check.CheckHealthAsync(new HealthCheckContext()).WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Does not even hear that nobody waits any more.</summary>
    private sealed class SilentDbs : IDbContextFactory<BillingDb>
    {
        public BillingDb CreateDbContext() => throw new NotSupportedException();

        public Task<BillingDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            new TaskCompletionSource<BillingDb>().Task;
    }
}
