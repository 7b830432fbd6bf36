using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.BillingApi;

public sealed class InquireBillTests
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Theory, OnSqlite, OnPostgres]
    public async Task An_inquiry_tells_status_and_payments(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var system = await db.SystemAsync(fpy);
        var bill = (await system.CreateAsync()).Value;

        await db.PayBillAsync(fpy, 4_000m, Today);
        var part = (await system.InquireAsync(bill)).Value;
        await db.PayBillAsync(fpy, 6_000m, Today.AddDays(-1));
        var paid = (await system.InquireAsync(bill)).Value;

        part.Status.Should().Be(InvoiceStatus.PartiallyPaid);
        paid.Should().BeEquivalentTo(bill with { Status = InvoiceStatus.Paid }, o => o.Excluding(b => b.Payments));
        paid.Payments.Select(p => (p.Amount, p.Moment))
            .Should().Equal((4_000m, new DateTime(2026, 11, 16, 9, 0, 0)), (6_000m, new DateTime(2026, 11, 15)));
    }

    [Fact]
    public async Task A_payment_that_was_undone_is_not_told()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var system = await db.SystemAsync(fpy);
        var bill = (await system.CreateAsync()).Value;
        await db.PayBillAsync(fpy, 4_000m, Today);
        await db.PayBillAsync(fpy, 1_000m, Today);
        var invoice = await db.ReadAsync(d => d.Set<Invoice>().Include(i => i.Payments).SingleAsync());
        var wrong = invoice.Payments.Single(p => p.Amount == 4_000m);

        (await db.Get<UndoPayment>().HandleAsync(fpy.Finance, invoice.Number, wrong.Id, default)).Ok.Should().BeTrue();

        (await system.InquireAsync(bill)).Value.Payments.Select(p => p.Amount).Should().Equal(1_000m);
    }

    [Fact]
    public async Task Another_merchants_bill_another_number_and_an_invoice_of_the_dashboard_are_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        foreach (var (system, wanted) in await db.WrongBillsAsync(fpy))
        {
            (await system.InquireAsync(wanted)).Refusal!.Code.Should().Be("bill.not-found");
        }
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
    }
}
