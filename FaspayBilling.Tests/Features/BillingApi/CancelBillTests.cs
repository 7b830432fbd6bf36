using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.BillingApi;

public sealed class CancelBillTests
{
    private static readonly DateOnly Today = new(2026, 11, 16);

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
        await db.PayBillAsync(fpy, 1m, Today);
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
        foreach (var (system, wanted) in await db.WrongBillsAsync(fpy))
        {
            (await system.CancelAsync(wanted)).Refusal!.Code.Should().Be("bill.not-found");
        }

        (await db.ReadAsync(d => d.Set<Invoice>().CountAsync(i => i.Status == InvoiceStatus.Unpaid))).Should().Be(2);
    }

    [Fact]
    public async Task A_wrong_signature_cancels_nothing_and_another_credential_of_the_same_merchant_does()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var bill = (await (await db.SystemAsync(fpy)).CreateAsync()).Value;
        var renewed = await db.SystemAsync(fpy);

        (await (renewed with { Password = "no" }).CancelAsync(bill)).Refusal!.Code.Should().Be("api-credential.signature");
        (await renewed.CancelAsync(bill)).Value.Id.Should().Be(bill.Id);
    }
}
