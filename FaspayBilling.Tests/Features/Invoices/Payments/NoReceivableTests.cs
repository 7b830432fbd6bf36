using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Payments;

public sealed class NoReceivableTests
{
    [Theory]
    [InlineData(DocumentType.CreditNote, "Credit Note")]
    [InlineData(DocumentType.SelfBilledInvoice, "Self-billed Invoice")]
    [InlineData(DocumentType.SelfBilledRefundNote, "Self-billed Refund Note")]
    public async Task No_payment_is_recorded_of_what_no_customer_owes(DocumentType type, string name)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var document = await db.DocumentAsync(fpy, type);

        var refused = await db.Get<RecordPayment>().HandleAsync(
            fpy.Finance, document.Number, new PaymentInput(750_000, new(2026, 11, 16), "Cash"), default);

        refused.Refusal!.Code.Should().Be("payment.not-allowed");
        refused.Refusal.Sentence().Should().Contain(name);
        (await db.StoredAsync(document)).Payments.Should().BeEmpty();
    }

    [Fact]
    public async Task A_debit_note_is_paid_like_an_invoice()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var note = await db.DocumentAsync(fpy, DocumentType.DebitNote);

        (await db.Get<RecordPayment>().HandleAsync(
            fpy.Finance, note.Number, new PaymentInput(750_000, new(2026, 11, 16), "Cash"), default)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task A_payment_before_the_invoice_date_is_recorded_only_after_a_confirmation()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();
        var early = new PaymentInput(10_000, new(2026, 11, 15), "Cash");

        var asked = await db.Get<RecordPayment>().HandleAsync(fpy.Finance, invoice.Number, early, default);
        (await db.StoredAsync(invoice)).Payments.Should().BeEmpty();
        var done = await db.Get<RecordPayment>().HandleAsync(
            fpy.Finance, invoice.Number, early with { BeforeInvoiceConfirmed = true }, default);

        asked.Refusal!.Code.Should().Be("payment.before-invoice");
        done.Ok.Should().BeTrue();
        (await db.RefusedAsync()).Should().BeEmpty("a question is no refused attempt");
    }
}
