using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Core.Features.BillPage;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.BillPage;

public sealed class ReadBillDocumentTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Only_a_document_for_the_customer_is_read(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY");
        var key = PublicLinkKey.New();
        var invoice = await fpy.BillAsync(key);
        var shown = await db.DocumentAsync(invoice, forCustomer: true);
        var kept = await db.DocumentAsync(invoice, forCustomer: false);

        (await db.Get<ReadBillDocument>().HandleAsync(key, shown.Id, default)).Value.Bytes.Should().Equal(1, 2, 3);
        (await db.Get<ReadBillDocument>().HandleAsync(key, kept.Id, default)).Refusal!.Code.Should().Be("bill-page.not-found");
    }

    [Fact]
    public async Task A_document_of_another_bill_is_not_there()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var (mine, other) = (PublicLinkKey.New(), PublicLinkKey.New());
        var invoice = await fpy.BillAsync(mine);
        await fpy.BillAsync(other);
        var document = await db.DocumentAsync(invoice, forCustomer: true);

        (await db.Get<ReadBillDocument>().HandleAsync(other, document.Id, default)).Refusal!.Code.Should().Be("bill-page.not-found");
    }

    [Fact]
    public async Task A_deleted_document_and_one_of_a_deleted_bill_are_not_there()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var key = PublicLinkKey.New();
        var proforma = await fpy.BillAsync(key, InvoiceStatus.Proforma);
        var (gone, left) = (await db.DocumentAsync(proforma, forCustomer: true), await db.DocumentAsync(proforma, forCustomer: true));
        await db.Get<DeleteAttachment>().HandleAsync(fpy.Finance, gone.Id, default);

        (await db.Get<ReadBillDocument>().HandleAsync(key, gone.Id, default)).Refusal!.Code.Should().Be("bill-page.not-found");
        (await db.Get<ReadBillDocument>().HandleAsync(key, left.Id, default)).Ok.Should().BeTrue();
        await db.Get<DeleteInvoice>().HandleAsync(fpy.Finance, proforma.Number, default);
        (await db.Get<ReadBillDocument>().HandleAsync(key, left.Id, default)).Refusal!.Code.Should().Be("bill-page.not-found");
    }

    [Theory]
    [MemberData(nameof(GivenBill.WrongKeys), MemberType = typeof(GivenBill))]
    public async Task A_wrong_key_finds_nothing(string key)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var document = await db.DocumentAsync(await fpy.BillAsync(PublicLinkKey.New()), forCustomer: true);

        (await db.Get<ReadBillDocument>().HandleAsync(key, document.Id, default)).Refusal!.Code.Should().Be("bill-page.not-found");
    }
}
