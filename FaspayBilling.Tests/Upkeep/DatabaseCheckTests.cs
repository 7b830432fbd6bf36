using CsCheck;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Upkeep;
using FaspayBilling.Tests.Demo;
using FaspayBilling.Tests.Properties;
using FaspayBilling.Tests.Support.Data;
using FluentAssertions.Execution;

namespace FaspayBilling.Tests.Upkeep;

public sealed class DatabaseCheckTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_sound_database_breaks_no_rule_and_each_rule_says_of_how_many(Database database)
    {
        await using var db = await SoundDatabase.MakeAsync(database);
        var rules = new List<CheckedRule>();

        await foreach (var rule in db.Get<DatabaseCheck>().RunAsync(default))
        {
            rules.Add(rule);
        }

        rules.SelectMany(rule => rule.Breaches).Should().BeEmpty();
        rules.Should().HaveCountGreaterThan(25);
        rules.Where(rule => rule.Rows == 0).Select(rule => rule.Of).Should().Equal("secrets");
        rules.Select(rule => rule.Says).Should().OnlyHaveUniqueItems();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_rule_names_the_row_that_breaks_it(Database database)
    {
        using var all = new AssertionScope();
        foreach (var row in Breaks.All)
        {
            await using var db = await SoundDatabase.MakeAsync(database);
            await BrokenRows.SqlAsync(db, row.Sql);

            var said = await BrokenRows.SaidAsync(db);

            said.Should().Contain(
                line => line.StartsWith(row.Rule, StringComparison.Ordinal) && line.Contains(row.Says),
                $"{row.Rule} / {row.Says} was broken, and said was {string.Join(" / ", said)}");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_demo_breaks_no_rule(Database database)
    {
        await using var demo = await MadeDemo.OnAsync("2026-11-20", database);

        (await BrokenRows.SaidAsync(demo.Db)).Should().BeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_people_did_in_whatever_order_breaks_no_rule(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var random = new PCG(1, 20261128UL);
        for (var i = 0; i < 60; i++)
        {
            var life = await Life.BeginAsync(db);
            foreach (var step in Step.Lives.Generate(random, null, out _))
            {
                await life.TryAsync(step, await life.FactsAsync());
            }
        }

        // Each life began on the same day: now they are all over.
        db.Clock.Advance(TimeSpan.FromDays(2_000));
        (await BrokenRows.SaidAsync(db)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_fell_due_and_was_not_swept_yet_breaks_no_rule()
    {
        await using var db = await SoundDatabase.MakeAsync(Database.Sqlite);

        db.Clock.Advance(TimeSpan.FromDays(60));

        (await BrokenRows.SaidAsync(db)).Should().BeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_value_that_cannot_be_read_breaks_its_rule_and_the_others_are_asked(Database database)
    {
        await using var db = await SoundDatabase.MakeAsync(database);
        await BrokenRows.SqlAsync(
            db, """UPDATE "Invoices" SET "Status" = 'Nonsense'""", """UPDATE "InvoiceCounters" SET "Last" = 0""");

        var said = await BrokenRows.SaidAsync(db);

        said.Should().Contain(line => line.Contains("Nonsense")).And.Contain(line => line.Contains("the counter of 202611 stands at 0"));
    }

    [Fact]
    public async Task A_hundred_rows_of_a_rule_are_named_and_the_rest_is_counted()
    {
        await using var db = await SoundDatabase.MakeAsync(Database.Sqlite);
        await BrokenRows.SqlAsync(
            db,
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150)
            INSERT INTO "InvoiceCounters" ("MerchantId", "Month", "Last") SELECT 77, i, 1 FROM n
            """);

        var rule = (await BrokenRows.BrokenAsync(db)).Single(broken =>
            broken.Says.StartsWith("what belongs to a merchant", StringComparison.Ordinal));

        rule.Breaches.Should().HaveCount(CheckedRule.MostShown);
        rule.More.Should().Be(50);
    }

    [Fact]
    public async Task A_damaged_file_is_never_sound()
    {
        await using var db = await SoundDatabase.MakeAsync(Database.Sqlite);
        await DamagedFile.MakeAsync(db);

        var broken = async () => (await BrokenRows.BrokenAsync(db)).Count;

        try
        {
            (await broken()).Should().BePositive();
        }
        catch (StartRefusedException refused)
        {
            refused.Message.Should().Contain("damaged");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_check_beside_a_writer_sees_one_moment(Database database)
    {
        await using var db = await SoundDatabase.MakeAsync(database);
        var said = new List<CheckedRule>();

        await foreach (var rule in db.Get<DatabaseCheck>().RunAsync(default))
        {
            said.Add(rule);
            if (said.Count == 1)
            {
                await BrokenRows.SqlAsync(db, """UPDATE "Invoices" SET "Paid" = "Paid" + 100""");
            }
        }

        said.Should().OnlyContain(rule => rule.Holds);
        (await BrokenRows.SaidAsync(db)).Should().NotBeEmpty("the next check sees it");
    }
}
