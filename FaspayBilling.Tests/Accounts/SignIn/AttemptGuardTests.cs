using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Accounts.SignIn;

public sealed class AttemptGuardTests
{
    private const string Email = "vina@fpy.example";

    [Theory]
    [InlineData(1, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 30)]
    [InlineData(6, 60)]
    [InlineData(7, 120)]
    [InlineData(8, 240)]
    [InlineData(9, 480)]
    [InlineData(10, 900)]
    [InlineData(11, 900)]
    [InlineData(40, 900)]
    public async Task From_the_fifth_failure_on_an_account_waits_and_each_more_doubles_the_wait(int failures, int seconds)
    {
        await using var db = await TestDb.MakeAsync();
        for (var i = 1; i <= failures; i++)
        {
            await FailAsync(db, From($"198.51.100.{i}"));
        }

        (await TakeAsync(db, From("203.0.113.1"))).Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_attempt_during_a_wait_is_not_tried_and_does_not_make_it_longer(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await using var node = db.AnotherNode();
        await FailAsync(db, From("198.51.100.1"), times: 5);

        db.Clock.Advance(TimeSpan.FromSeconds(20));
        (await TakeAsync(node, From("203.0.113.1"))).Should().Be(TimeSpan.FromSeconds(10), "all nodes count together");
        db.Clock.Advance(TimeSpan.FromSeconds(10));

        (await TakeAsync(node, From("203.0.113.1"))).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_network_may_fail_20_times_at_whatever_accounts()
    {
        await using var db = await TestDb.MakeAsync();
        for (var i = 1; i <= 20; i++)
        {
            (await TakeAsync(db, new Attempt(Attempt.SignIn, $"user{i}@fpy.example", "198.51.100.1", null))).Should().Be(TimeSpan.Zero);
        }

        (await TakeAsync(db, From("198.51.100.1"))).Should().Be(AttemptGuard.FirstWait);
        (await TakeAsync(db, From("198.51.100.2"))).Should().Be(TimeSpan.Zero, "another network is not concerned");
    }

    [Fact]
    public async Task A_known_browser_does_not_wait_for_guesses_elsewhere_and_has_its_own_five()
    {
        await using var db = await TestDb.MakeAsync();
        await FailAsync(db, From("198.51.100.1"), times: 5);
        var known = From("203.0.113.1") with { KnownBrowser = "mark" };

        for (var i = 0; i < 5; i++)
        {
            (await TakeAsync(db, known)).Should().Be(TimeSpan.Zero);
        }

        (await TakeAsync(db, known)).Should().Be(AttemptGuard.FirstWait);
        (await TakeAsync(db, known with { KnownBrowser = "another" })).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public async Task Each_kind_of_attempt_is_counted_for_itself()
    {
        await using var db = await TestDb.MakeAsync();
        await FailAsync(db, From("198.51.100.1"), times: 5);

        (await TakeAsync(db, From("198.51.100.1") with { What = Attempt.Reset })).Should().Be(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(24 * 60 * 60, 60)]
    [InlineData((24 * 60 * 60) + 1, 0)]
    public async Task After_a_day_without_an_attempt_the_failures_are_forgotten(int pause, int seconds)
    {
        await using var db = await TestDb.MakeAsync();
        await FailAsync(db, From("198.51.100.1"), times: 5);

        db.Clock.Advance(TimeSpan.FromSeconds(pause));
        (await TakeAsync(db, From("198.51.100.2"))).Should().Be(TimeSpan.Zero);

        (await TakeAsync(db, From("198.51.100.3"))).Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task The_failures_of_a_network_are_halved_each_hour_though_it_goes_on()
    {
        await using var db = await TestDb.MakeAsync();
        for (var i = 0; i < 19; i++)
        {
            await TakeAsync(db, new Attempt(Attempt.SignIn, $"user{i}@fpy.example", "198.51.100.1", KnownBrowser: null));
            db.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        for (var i = 20; i < 30; i++)
        {
            (await TakeAsync(db, new Attempt(Attempt.SignIn, $"user{i}@fpy.example", "198.51.100.1", KnownBrowser: null)))
                .Should().Be(TimeSpan.Zero);
        }
    }

    [Fact]
    public async Task All_browsers_that_an_account_knows_together_have_20()
    {
        await using var db = await TestDb.MakeAsync();
        for (var i = 0; i < 20; i++)
        {
            (await TakeAsync(db, new Attempt(Attempt.SignIn, Email, "198.51.100.1", $"browser {i}"))).Should().Be(TimeSpan.Zero);
        }

        (await TakeAsync(db, new Attempt(Attempt.SignIn, Email, "198.51.100.1", "one more"))).Should().Be(AttemptGuard.FirstWait);
    }

    [Fact]
    public async Task The_right_password_forgives_the_account_all_and_the_network_one()
    {
        await using var db = await TestDb.MakeAsync();
        await FailAsync(db, From("198.51.100.1"), times: 5);
        db.Clock.Advance(AttemptGuard.FirstWait);
        (await TakeAsync(db, From("198.51.100.1"))).Should().Be(TimeSpan.Zero);

        await db.Get<AttemptGuard>().ForgiveAsync(From("198.51.100.1"), default);

        (await db.ReadAsync(d => d.Set<AttemptCount>().OrderBy(c => c.Failures).Select(c => c.Failures).ToListAsync()))
            .Should().Equal(0, 5);
        await FailAsync(db, From("198.51.100.1"), times: 4);
        (await TakeAsync(db, From("198.51.100.1"))).Should().Be(TimeSpan.Zero, "it has all its five again");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_twenty_at_once_at_most_five_are_tried(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await using var node = db.AnotherNode();
        var attempts = Enumerable.Range(0, 20).Select(i => (Func<Task<Outcome<TimeSpan>>>)(
            async () => await TakeAsync(i % 2 == 0 ? db : node, From($"198.51.100.{i}"))));

        var waits = await Together.RunAsync(attempts);

        waits.Count(w => w.Value == TimeSpan.Zero).Should().BeInRange(1, 5);
        (await db.ReadAsync(d => d.Set<AttemptCount>().MaxAsync(c => c.Failures))).Should().BeLessThanOrEqualTo(5);
    }

    [Fact]
    public async Task An_address_is_counted_however_it_is_written_and_is_not_stored()
    {
        await using var db = await TestDb.MakeAsync();
        await FailAsync(db, From("198.51.100.1"), times: 4);
        await FailAsync(db, From("198.51.100.1") with { Email = " VINA@fpy.example " });
        await TakeAsync(db, From("198.51.100.1") with { KnownBrowser = "mark" });

        (await TakeAsync(db, From("198.51.100.2"))).Should().Be(AttemptGuard.FirstWait);
        (await db.ReadAsync(d => d.Set<AttemptCount>().Select(c => c.Key).ToListAsync()))
            .Should().HaveCount(4).And.OnlyContain(key => !key.Contains('@') && !key.ToUpperInvariant().Contains("VINA"));
    }

    private static Attempt From(string network) => new(Attempt.SignIn, Email, network, KnownBrowser: null);

    private static Task<TimeSpan> TakeAsync(TestDb db, Attempt attempt) => db.Get<AttemptGuard>().TakeAsync(attempt, default);

    // As somebody who does not give up: waits where it must, and fails again.
    private static async Task FailAsync(TestDb db, Attempt attempt, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            if (await TakeAsync(db, attempt) is var wait && wait > TimeSpan.Zero)
            {
                db.Clock.Advance(wait);
                (await TakeAsync(db, attempt)).Should().Be(TimeSpan.Zero);
            }
        }
    }
}
