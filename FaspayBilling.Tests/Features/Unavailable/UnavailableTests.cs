using System.Net.Sockets;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Faults;
using FaspayBilling.Tests.Support.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Unavailable;

/// <summary>What the database cannot do now is refused, changes nothing, and works when it can.</summary>
public sealed class UnavailableTests
{
    private const string Code = "database.unavailable";
    private static int customers;
    private static readonly AuditedAction Attempt = new(HistorySubject.Customer, "customer.add");

    [Theory, OnSqlite, OnPostgres]
    public async Task One_that_is_away_refuses_and_is_written_again_when_it_is_back(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var sri = await SignedInAsync(db);
        (await AddAsync(db, sri, "before")).Ok.Should().BeTrue();

        await using (await Outage.BeginAsync(db))
        {
            (await AddAsync(db, sri, "away")).Refusal!.Code.Should().Be(Code);
        }

        (await AddAsync(db, sri, "after")).Ok.Should().BeTrue();
        (await NamesAsync(db)).Should().Equal("before", "after");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Where_no_user_acts_nobody_can_take_it_for_an_answer(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await using var outage = await Outage.BeginAsync(db);

        await FluentActions.Awaiting(() => AddAsync(db, Actor.System(fpy.Id), "away")).Should().ThrowAsync<DatabaseUnavailableException>();
    }

    [Fact]
    public async Task A_full_disk_refuses_until_there_is_room_again()
    {
        await using var db = await TestDb.MakeAsync();
        var sri = await SignedInAsync(db);
        await SayAsync(db, sri, "PRAGMA max_page_count=1");

        (await AddAsync(db, sri, "full", address: new string('x', 4_000_000))).Refusal!.Code.Should().Be(Code);

        await SayAsync(db, sri, "PRAGMA max_page_count=1000000");
        (await AddAsync(db, sri, "after")).Ok.Should().BeTrue();
        (await NamesAsync(db)).Should().Equal("after");
    }

    [Fact]
    public async Task What_must_not_be_written_refuses_until_it_may()
    {
        await using var db = await TestDb.MakeAsync();
        var sri = await SignedInAsync(db);
        await SayAsync(db, sri, "PRAGMA query_only=ON");

        (await AddAsync(db, sri, "read-only")).Refusal!.Code.Should().Be(Code);

        (await AddAsync(db, sri, "after")).Ok.Should().BeTrue();
        (await NamesAsync(db)).Should().Equal("after");
    }

    [Fact]
    public async Task Another_programs_lock_is_waited_for_once_and_all_who_wait_are_told_together()
    {
        await using var db = await TestDb.MakeAsync(extra: new() { ["Database:WaitSeconds"] = "1" });
        var sri = await SignedInAsync(db);
        await using var other = new SqliteConnection($"Data Source={db.Settings["Database:Path"]};Pooling=False");
        await other.OpenAsync();
        await using (var held = other.BeginTransaction(deferred: false))
        {
            // One after the other they would wait for a minute and more.
            var writers = Enumerable.Range(0, 60).Select(n => Task.Run(() => AddAsync(db, sri, $"{n}"))).ToList();
            var all = Task.WhenAll(writers);
            (await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(40)))).Should().Be(all);
            (await all).Should().AllSatisfy(o => o.Refusal!.Code.Should().Be(Code));
        }

        (await AddAsync(db, sri, "after")).Ok.Should().BeTrue();
        (await NamesAsync(db)).Should().Equal("after");
    }

    [PostgresFact]
    public async Task Connections_that_a_new_start_of_the_server_has_ended_are_replaced_without_a_word()
    {
        await using var db = await TestDb.MakeAsync(Database.Postgres);
        var sri = await SignedInAsync(db);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(n => AddAsync(db, sri, $"before {n}")));
        await PostgresTemplate.EndConnectionsAsync(db.Settings["Database:ConnectionString"]!, away: false);

        var after = await Task.WhenAll(Enumerable.Range(0, 5).Select(n => AddAsync(db, sri, $"after {n}")));

        after.Should().AllSatisfy(o => o.Ok.Should().BeTrue());
        (await NamesAsync(db)).Should().HaveCount(10);
    }

    [PostgresFact]
    public async Task What_had_begun_is_refused_and_not_done_again_by_itself()
    {
        await using var db = await TestDb.MakeAsync(Database.Postgres);
        var sri = await SignedInAsync(db);
        var runs = 0;

        var cut = await db.Write.RunAsync(sri, Attempt, async write =>
        {
            runs++;
            write.Db.Add(NewCustomer(sri, "cut"));
            await write.SaveAsync();
            await PostgresTemplate.EndConnectionsAsync(db.Settings["Database:ConnectionString"]!, away: false);
            write.Db.Add(NewCustomer(sri, "cut too"));
            return Outcome.Done;
        }, default);

        (cut.Refusal!.Code, runs).Should().Be((Code, 1));
        (await NamesAsync(db)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_whose_name_is_not_found_is_one_that_does_not_answer()
    {
        await using var db = TestDb.Open(new()
        {
            ["Database:Provider"] = "Postgres",
            ["Database:ConnectionString"] = "Host=nowhere.invalid;Database=faspay;Username=faspay",
        });

        var read = await FluentActions.Awaiting(() => NamesAsync(db)).Should().ThrowAsync<Exception>();
        await FluentActions.Awaiting(() => AddAsync(db, Actor.System(1), "away")).Should().ThrowAsync<DatabaseUnavailableException>();

        DatabaseFault.Is(read.Which).Should().BeTrue();
    }

    [Fact]
    public void A_name_that_others_look_for_in_vain_is_not_the_databases() =>
        DatabaseFault.Is(new IOException("mail", new SocketException((int)SocketError.HostNotFound))).Should().BeFalse();

    [PostgresFact]
    public async Task A_pool_without_a_free_connection_is_waited_for_and_then_refuses()
    {
        await using var made = await TestDb.MakeAsync(Database.Postgres);
        var sri = await SignedInAsync(made);
        await using var db = TestDb.Open(new()
        {
            ["Database:Provider"] = "Postgres",
            ["Database:ConnectionString"] = $"{made.Settings["Database:ConnectionString"]};Maximum Pool Size=1",
            ["Database:WaitSeconds"] = "1",
        });
        await using (var holder = await db.Dbs.CreateDbContextAsync())
        {
            await holder.Database.OpenConnectionAsync();
            (await AddAsync(db, sri, "exhausted")).Refusal!.Code.Should().Be(Code);
        }

        (await AddAsync(db, sri, "after")).Ok.Should().BeTrue();
    }

    private static async Task<Actor> SignedInAsync(TestDb db) =>
        await db.SignedInAsync(await db.UserAsync(await db.Given.MerchantAsync(), "sri@fpy.example", Role.Finance));

    private static Task<Outcome> SayAsync(TestDb db, Actor actor, string pragma) => db.Write.RunAsync(actor, Attempt, async write =>
    {
        await write.Db.Database.ExecuteSqlRawAsync(pragma);
        return Outcome.Done;
    }, default);

    private static Task<Outcome> AddAsync(TestDb db, Actor actor, string name, string address = "") =>
        db.Write.RunAsync(actor, Attempt, write =>
        {
            write.Db.Add(NewCustomer(actor, name, address));
            return Task.FromResult(Outcome.Done);
        }, default);

    private static Customer NewCustomer(Actor actor, string name, string address = "") =>
        new() { MerchantId = actor.MerchantId, Number = Interlocked.Increment(ref customers), Name = name, Address = address };

    private static Task<List<string>> NamesAsync(TestDb db) =>
        db.ReadAsync(d => d.Set<Customer>().OrderBy(c => c.Id).Select(c => c.Name).ToListAsync());
}
