using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.BillingApi;

/// <summary>Inquire and cancel.</summary>
public sealed class CancelBillTests
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Theory, OnSqlite, OnPostgres]
    public async Task An_inquiry_tells_status_and_payments(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var system = await db.SystemAsync(fpy);
        var bill = (await system.CreateAsync()).Value;

        await PayAsync(db, fpy, 4_000m, Today);
        var part = (await system.InquireAsync(bill)).Value;
        await PayAsync(db, fpy, 6_000m, Today.AddDays(-1));
        var paid = (await system.InquireAsync(bill)).Value;

        part.Status.Should().Be(InvoiceStatus.PartiallyPaid);
        paid.Should().BeEquivalentTo(bill with { Status = InvoiceStatus.Paid }, o => o.Excluding(b => b.Payments));
        paid.Payments.Select(p => (p.Amount, p.Moment))
            .Should().Equal((4_000m, new DateTime(2026, 11, 16, 9, 0, 0)), (6_000m, new DateTime(2026, 11, 15)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_bill_for_which_nothing_was_paid_is_cancelled_also_when_it_is_overdue(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var system = await db.SystemAsync(fpy);
        var fresh = (await system.CreateAsync("1")).Value;
        var late = (await system.CreateAsync("2")).Value;

        (await system.CancelAsync(fresh)).Value.Status.Should().Be(InvoiceStatus.Cancelled);
        db.Clock.Advance(TimeSpan.FromHours(25));
        await db.Get<SweepOverdue>().HandleAsync(default);
        (await system.CancelAsync(late)).Value.Status.Should().Be(InvoiceStatus.Cancelled);

        (await system.CancelAsync(fresh)).Refusal!.Code.Should().Be("invoice.not-cancellable");
        (await db.HistoryAsync(fpy)).Count(h => h == "Cancelled over the billing API").Should().Be(2);
    }

    [Fact]
    public async Task With_a_payment_a_window_or_a_note_it_stays_as_the_policy_says()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var system = await db.SystemAsync(fpy);
        var part = (await system.CreateAsync("1")).Value;
        await PayAsync(db, fpy, 1m, Today);
        var noted = (await system.CreateAsync("2")).Value;
        await db.NoteAsync(await db.ReadAsync(d => d.Set<Invoice>().SingleAsync(i => i.Id == noted.Id)), InvoiceStatus.Unpaid);
        await db.Get<SaveCancellationWindow>().HandleAsync(fpy.Admin, "1", version: 0, default);
        var old = (await system.CreateAsync("3")).Value;
        db.Clock.Advance(TimeSpan.FromHours(2));

        var refusals = new[] { await system.CancelAsync(part), await system.CancelAsync(noted), await system.CancelAsync(old) };

        refusals.Select(r => r.Refusal!.Code)
            .Should().Equal("invoice.not-cancellable", "invoice.referenced", "invoice.cancellation-period-over");
        refusals[0].Refusal!.Sentence().Should().StartWith("Something was already paid");
        (await db.RefusedAsync()).Should().Equal("invoice.not-cancellable", "invoice.referenced", "invoice.cancellation-period-over");
        (await db.ReadAsync(d => d.Set<Invoice>().CountAsync(i => i.Status == InvoiceStatus.Cancelled))).Should().Be(0);
    }

    [Fact]
    public async Task Another_merchants_bill_another_number_and_an_invoice_of_the_dashboard_are_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var system = await db.SystemAsync(fpy);
        var other = await db.SystemAsync(await db.Given.MerchantAsync("OTH"));
        var bill = (await system.CreateAsync()).Value;
        var dashboard = await fpy.InvoiceAsync();

        foreach (var wanted in new[]
        {
            (other, bill),
            (system, bill with { TransactionNumber = "1002" }),
            (system, bill with { Id = bill.Id + 4711 }),
            (system, bill with { Id = dashboard.Id })
        })
        {
            (await wanted.Item1.InquireAsync(wanted.Item2)).Refusal!.Code.Should().Be("bill.not-found");
            (await wanted.Item1.CancelAsync(wanted.Item2)).Refusal!.Code.Should().Be("bill.not-found");
        }

        (await db.StoredAsync(dashboard)).Status.Should().Be(InvoiceStatus.Unpaid);
    }

    [Fact]
    public async Task Another_credential_of_the_same_merchant_sees_the_bill_and_a_wrong_signature_nothing()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var bill = (await (await db.SystemAsync(fpy)).CreateAsync()).Value;
        var renewed = await db.SystemAsync(fpy);

        (await renewed.InquireAsync(bill)).Value.Id.Should().Be(bill.Id);
        (await (renewed with { Password = "no" }).InquireAsync(bill)).Refusal!.Code.Should().Be("api-credential.signature");
        (await (renewed with { Password = "no" }).CancelAsync(bill)).Refusal!.Code.Should().Be("api-credential.signature");
    }

    private static async Task PayAsync(TestDb db, GivenMerchant fpy, decimal amount, DateOnly day)
    {
        var number = await db.ReadAsync(d => d.Set<Invoice>().Select(i => i.Number).SingleAsync());
        (await db.Get<RecordPayment>().HandleAsync(fpy.Finance, number, new PaymentInput(amount, day, "Virtual account"), default)).Ok
            .Should().BeTrue();
    }
}
