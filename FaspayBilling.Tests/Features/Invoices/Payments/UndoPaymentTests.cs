using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Payments;

public sealed class UndoPaymentTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_payment_is_undone_once_and_stays_listed(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Paid);
        var payment = (await db.StoredAsync(invoice)).Payments[0];

        (await UndoAsync(db, fpy, invoice, payment.Id)).Ok.Should().BeTrue();

        var stored = await db.StoredAsync(invoice);
        stored.Should().BeEquivalentTo(new { Status = InvoiceStatus.Unpaid, Paid = 0m, Outstanding = invoice.Total });
        stored.Payments.Should().ContainSingle().Which
            .Should().BeEquivalentTo(new { UndoneAt = db.Clock.Now(), UndoneBy = "Fina Finance" });
        (await UndoAsync(db, fpy, invoice, payment.Id)).Refusal!.Code.Should().Be("payment.undone");
        (await db.HistoryAsync()).Select(h => h.RefusalCode).Should().Equal(null, "payment.undone");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_invoices_payment_is_not_found_and_a_cancelled_invoices_stays(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var paid = await db.StoredAsync(await fpy.InvoiceAsync(InvoiceStatus.Paid));
        var cancelled = await fpy.InvoiceAsync(InvoiceStatus.PartiallyPaid);
        await db.Get<CancelInvoice>().HandleAsync(fpy.Finance, cancelled.Number, default);
        var kept = (await db.StoredAsync(cancelled)).Payments[0];

        (await UndoAsync(db, fpy, cancelled, paid.Payments[0].Id)).Refusal!.Code.Should().Be("payment.not-found");
        (await UndoAsync(db, fpy, cancelled, kept.Id)).Refusal!.Code.Should().Be("payment.not-undoable");
        (await db.StoredAsync(cancelled)).ToRefund.Should().Be(kept.Amount);
    }

    private static Task<Outcome> UndoAsync(TestDb db, GivenMerchant merchant, Invoice invoice, long payment) =>
        db.Get<UndoPayment>().HandleAsync(merchant.Finance, invoice.Number, payment, default);
}
