using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.BillPage;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.BillPage;

public sealed class ReadBillTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_bill_shows_one_invoice_and_the_documents_for_the_customer(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY", settings: s => s.PaymentInstructions = "BCA 123");
        var key = PublicLinkKey.New();
        var invoice = await fpy.BillAsync(key, InvoiceStatus.PartiallyPaid);
        var shown = await db.DocumentAsync(invoice, forCustomer: true);
        await db.DocumentAsync(invoice, forCustomer: false);

        var bill = (await db.Get<ReadBill>().HandleAsync(key, default)).Value;

        bill.Number.Should().Be(invoice.Number);
        bill.Outstanding.Should().Be(832_500m);
        bill.IsDue.Should().BeTrue();
        bill.PaymentInstructions.Should().Be("BCA 123");
        bill.Documents.Should().ContainSingle().Which.Id.Should().Be(shown.Id);
    }

    [Fact]
    public async Task A_draft_is_not_there_and_a_proforma_is_no_bill_yet_and_gone_once_it_is_deleted()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var (draft, key) = (PublicLinkKey.New(), PublicLinkKey.New());
        await fpy.BillAsync(draft, InvoiceStatus.Draft);
        var proforma = await fpy.BillAsync(key, InvoiceStatus.Proforma);

        (await db.Get<ReadBill>().HandleAsync(draft, default)).Refusal!.Code.Should().Be("bill-page.not-found");
        (await db.Get<ReadBill>().HandleAsync(key, default)).Value.IsDue.Should().BeFalse("a proforma is no bill yet");
        await db.Get<DeleteInvoice>().HandleAsync(fpy.Finance, proforma.Number, default);
        (await db.Get<ReadBill>().HandleAsync(key, default)).Refusal!.Code.Should().Be("bill-page.not-found");
    }

    [Fact]
    public async Task Nothing_is_due_on_a_cancelled_invoice()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var key = PublicLinkKey.New();
        await fpy.BillAsync(key, InvoiceStatus.Cancelled);

        (await db.Get<ReadBill>().HandleAsync(key, default)).Value.IsDue.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(GivenBill.WrongKeys), MemberType = typeof(GivenBill))]
    public async Task A_wrong_key_finds_nothing(string key)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        await fpy.InvoiceAsync();
        await fpy.BillAsync(PublicLinkKey.New());

        (await db.Get<ReadBill>().HandleAsync(key, default)).Refusal!.Code.Should().Be("bill-page.not-found");
    }
}
