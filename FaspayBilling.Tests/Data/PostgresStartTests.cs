using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Keys;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FaspayBilling.Tests.Data;

/// <summary>What a start on PostgreSQL says when it cannot go on, or not yet.</summary>
public sealed class PostgresStartTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_does_not_answer_is_told_in_the_drivers_words(bool make)
    {
        var away = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = ProxyServer.FreePort(), Database = "faspay", Username = "faspay", Password = "s3cret",
        };

        (await RefusedAsync(away, make)).Should().StartWith("The database server does not answer (").And
            .Contain("127.0.0.1").And
            .EndWith("Start it, or correct the setting Database:ConnectionString.").And
            .NotContain("s3cret");
    }

    [PostgresFact]
    public async Task A_database_that_is_not_on_the_server_is_told_from_a_server_that_is_away()
    {
        var missing = new NpgsqlConnectionStringBuilder(Machine.Postgres) { Database = $"faspay_test_{Guid.NewGuid():N}", Pooling = false };

        (await RefusedAsync(missing, make: false)).Should()
            .StartWith("There is no such database on the server. Make it with the command init");
    }

    [PostgresFact]
    public async Task Who_waits_for_another_start_says_so_once_and_goes_on_when_that_is_over()
    {
        await using var db = await TestDb.MakeAsync(Database.Postgres);
        using var log = new CapturedLog();
        using var loggers = LoggerFactory.Create(to => to.AddProvider(log));
        using var first = Start(db, loggers);
        using var second = Start(db, loggers);
        var turn = await first.TurnAsync(default);

        var waiting = second.TurnAsync(default);
        for (var begun = 0; !log.Text.Contains("DatabaseStart[1009]", StringComparison.Ordinal); begun++)
        {
            begun.Should().BeLessThan(600, "it waits for five seconds, and then says so");
            await Task.Delay(100);
        }

        waiting.IsCompleted.Should().BeFalse();
        await turn.DisposeAsync();
        await using (await waiting.WaitAsync(TimeSpan.FromMinutes(1)))
        {
            log.Text.Split('\n').Should().ContainSingle().Which.Should().MatchRegex(@"\[1009\] .* process \d+ of PostgreSQL.* UTC");
        }
    }

    private static DatabaseStart Start(TestDb db, ILoggerFactory loggers) => new(
        db.Dbs, db.Get<DatabaseSettings>(), db.Get<OpenFile>(), db.Get<KeyRing>(), loggers.CreateLogger<DatabaseStart>());

    private static async Task<string> RefusedAsync(NpgsqlConnectionStringBuilder to, bool make)
    {
        await using var db = TestDb.Open(new()
        {
            ["Database:Provider"] = "Postgres",
            ["Database:ConnectionString"] = to.ToString(),
        });
        var start = () => db.Get<DatabaseStart>().RunAsync(make, default);

        return (await start.Should().ThrowAsync<StartRefusedException>()).Which.Message;
    }
}
