using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.Lifecycle;

public sealed class SweepOverdueTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_owed_past_its_due_moment_becomes_overdue_for_every_merchant(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY");
        var other = await db.Given.MerchantAsync("OTH");
        var due = db.Clock.Now().AddHours(1);
        var unpaid = await fpy.InvoiceAsync(InvoiceStatus.Unpaid, due: due);
        var part = await other.InvoiceAsync(InvoiceStatus.PartiallyPaid, due: due);

        db.Clock.SetUtcNow(new DateTimeOffset(due));
        await db.Get<SweepOverdue>().HandleAsync(default);
        (await db.StoredAsync(unpaid)).Status.Should().Be(InvoiceStatus.Unpaid, "the due moment has not passed");

        db.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await db.Get<SweepOverdue>().HandleAsync(default);

        (await db.StoredAsync(unpaid)).Status.Should().Be(InvoiceStatus.Overdue);
        (await db.StoredAsync(part)).Status.Should().Be(InvoiceStatus.Overdue);
        (await db.HistoryAsync()).Select(h => (h.MerchantId, h.SubjectId, h.Who, h.What())).Should().BeEquivalentTo(
            [(fpy.Id, (long?)unpaid.Id, "FaspayBilling", "Became overdue"), (other.Id, part.Id, "FaspayBilling", "Became overdue")]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_not_owed_stays_as_it_is_and_a_second_sweep_finds_nothing(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var due = db.Clock.Now().AddHours(1);
        foreach (var status in InvoiceStatuses.All)
        {
            await fpy.InvoiceAsync(status, due: status == InvoiceStatus.Overdue ? null : due);
        }

        db.Clock.Advance(TimeSpan.FromDays(1));
        await db.Get<SweepOverdue>().HandleAsync(default);
        await db.Get<SweepOverdue>().HandleAsync(default);

        var statuses = await db.ReadAsync(d => d.Set<Invoice>().OrderBy(i => i.Id).Select(i => i.Status).ToListAsync());
        statuses.Should().Equal(
            InvoiceStatus.Draft, InvoiceStatus.Proforma, InvoiceStatus.Overdue, InvoiceStatus.Overdue, InvoiceStatus.Overdue,
            InvoiceStatus.Paid, InvoiceStatus.Cancelled);
        (await db.HistoryAsync()).Should().HaveCount(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_merchant_whose_invoices_break_keeps_no_other_from_its_turn(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var due = db.Clock.Now().AddHours(1);
        List<Invoice> sound = [];
        foreach (var code in new[] { "ONE", BrokenMerchant.Code, "TWO" })
        {
            var invoice = await (await db.Given.MerchantAsync(code)).InvoiceAsync(InvoiceStatus.Unpaid, due: due);
            if (code != BrokenMerchant.Code)
            {
                sound.Add(invoice);
            }
        }

        await db.BreakAsync("Invoices");
        db.Clock.Advance(TimeSpan.FromDays(1));

        var sweep = () => db.Get<SweepOverdue>().HandleAsync(default);
        var told = await sweep.Should().ThrowAsync<AggregateException>();

        told.Which.Message.Should().StartWith("It broke for the merchants 2;");
        foreach (var invoice in sound)
        {
            (await db.StoredAsync(invoice)).Status.Should().Be(InvoiceStatus.Overdue);
        }
    }

    [Fact]
    public async Task More_than_fit_into_one_transaction_are_all_marked()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var due = db.Clock.Now().AddHours(1);
        for (var n = 1; n <= 201; n++)
        {
            await fpy.InvoiceAsync(taxed: false, number: $"INV-{n}", due: due);
        }

        db.Clock.Advance(TimeSpan.FromDays(1));
        await db.Get<SweepOverdue>().HandleAsync(default);

        (await db.ReadAsync(d => d.Set<Invoice>().CountAsync(i => i.Status == InvoiceStatus.Overdue))).Should().Be(201);
    }
}
