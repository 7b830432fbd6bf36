using CsCheck;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Features.Reports;
using FaspayBilling.Tests.Properties;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Reports;

public sealed class ReadAgingTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Each_open_invoice_falls_in_the_class_of_its_days_past_due(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var today = JakartaCalendar.DayOf(db.Clock.Now());
        foreach (var days in (int[])[0, 1, 30, 31, 60, 61, 90, 91, 120, 121])
        {
            await fpy.InvoiceAsync(taxed: false, price: 1_000, date: today.AddDays(-130), due: JakartaCalendar.EndOf(today.AddDays(-days)));
        }

        var report = await ReadAsync(db, fpy.Viewer, today);

        report.Page.Rows.Select(r => r.DaysOverdue).Should().Equal(121, 120, 91, 90, 61, 60, 31, 30, 1, 0);
        report.Page.Rows.Select(r => r.Class).Should().Equal(
            AgingClass.Older, AgingClass.To120, AgingClass.To120, AgingClass.To90, AgingClass.To90, AgingClass.To60, AgingClass.To60,
            AgingClass.To30, AgingClass.To30, AgingClass.Current);
        report.Sums.Should().Equal(new Dictionary<AgingClass, decimal>
        {
            [AgingClass.Current] = 1_000,
            [AgingClass.To30] = 2_000,
            [AgingClass.To60] = 2_000,
            [AgingClass.To90] = 2_000,
            [AgingClass.To120] = 2_000,
            [AgingClass.Older] = 1_000,
        });
        report.Total.Should().Be(10_000);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_issued_invoices_with_something_owed_are_open(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        foreach (var status in InvoiceStatuses.All)
        {
            await fpy.InvoiceAsync(status, taxed: false, price: 1_000);
        }

        var report = await ReadAsync(db, fpy.Viewer, JakartaCalendar.DayOf(db.Clock.Now()));

        report.Page.Rows.Select(r => r.Open).Should().BeEquivalentTo([1_000m, 750m, 1_000m], "Unpaid, Partially Paid and Overdue");
        report.Page.Total.Should().Be(3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_balance_of_an_earlier_day_does_not_know_what_came_later(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var today = JakartaCalendar.DayOf(db.Clock.Now());
        var paid = await fpy.InvoiceAsync(taxed: false, price: 1_000, date: today);
        var cancelled = await fpy.InvoiceAsync(taxed: false, price: 2_000, date: today);
        db.Clock.Advance(TimeSpan.FromDays(3));
        (await db.Get<RecordPayment>()
            .HandleAsync(fpy.Finance, paid.Number, new PaymentInput(400, today.AddDays(3), PaymentRules.Methods[0]), default)).Ok
            .Should().BeTrue();
        (await db.Get<CancelInvoice>().HandleAsync(fpy.Finance, cancelled.Number, default)).Ok.Should().BeTrue();

        (await ReadAsync(db, fpy.Viewer, today.AddDays(-1))).Total.Should().Be(0);
        (await ReadAsync(db, fpy.Viewer, today)).Total.Should().Be(3_000);
        (await ReadAsync(db, fpy.Viewer, today.AddDays(3))).Total.Should().Be(600);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_any_day_kept_totals_give_the_report_that_reading_every_invoice_gives(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var random = new PCG(1, 20261129UL);
        for (var n = 0; n < 6; n++)
        {
            var life = await Life.BeginAsync(db);
            foreach (var step in Step.Lives.Generate(random, null, out _))
            {
                await life.TryAsync(step, await life.FactsAsync());
            }

            var invoices = (await life.FactsAsync()).Invoices;
            var actor = new Actor(invoices.Count == 0 ? 0 : invoices[0].MerchantId, null, "Vera Viewer", Role.Viewer);
            var today = JakartaCalendar.DayOf(db.Clock.Now());
            foreach (var asOf in (int[])[-400, -60, -20, -5, -1, 0, 1, 30, 200])
            {
                var query = new AgingQuery { AsOf = today.AddDays(asOf), Size = 10 };
                var kept = await db.Get<ReadAging>().HandleAsync(actor, query, default);
                var read = await db.Get<ReadAging>().HandleAsync(actor, query with { Search = "INV" }, default);

                kept.Should().BeEquivalentTo(read, o => o.WithStrictOrdering(), "life {0}, day {1}", n, asOf);
            }
        }
    }

    [Fact]
    public async Task The_report_takes_two_commands()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await fpy.InvoiceAsync();
        using var sql = SqlCommands.Watch();

        await ReadAsync(db, fpy.Viewer, JakartaCalendar.DayOf(db.Clock.Now()));

        sql.Sent.Should().HaveCount(2);
    }

    private static Task<AgingReport> ReadAsync(TestDb db, Actor actor, DateOnly asOf) =>
        db.Get<ReadAging>().HandleAsync(actor, new AgingQuery { AsOf = asOf, Size = 100 }, default);
}
