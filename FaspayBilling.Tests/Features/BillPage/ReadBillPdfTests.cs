using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.BillPage;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Pdf;

namespace FaspayBilling.Tests.Features.BillPage;

public sealed class ReadBillPdfTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_has_the_link_reads_the_PDF(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY");
        var key = PublicLinkKey.New();
        var invoice = await fpy.BillAsync(key, InvoiceStatus.PartiallyPaid);

        var file = (await db.Get<ReadBillPdf>().HandleAsync(key, default)).Value;

        PdfText.Pages(file.Bytes).Should().Be(1);
        file.FileName.Should().Be($"{invoice.Number}.pdf");
    }

    [Fact]
    public async Task A_draft_and_a_deleted_invoice_have_none()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var (draft, key) = (PublicLinkKey.New(), PublicLinkKey.New());
        await fpy.BillAsync(draft, InvoiceStatus.Draft);
        var proforma = await fpy.BillAsync(key, InvoiceStatus.Proforma);
        await db.Get<DeleteInvoice>().HandleAsync(fpy.Finance, proforma.Number, default);

        (await db.Get<ReadBillPdf>().HandleAsync(draft, default)).Refusal!.Code.Should().Be("bill-page.not-found");
        (await db.Get<ReadBillPdf>().HandleAsync(key, default)).Refusal!.Code.Should().Be("bill-page.not-found");
    }

    [Theory]
    [MemberData(nameof(GivenBill.WrongKeys), MemberType = typeof(GivenBill))]
    public async Task A_wrong_key_finds_nothing(string key)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        await fpy.InvoiceAsync();
        await fpy.BillAsync(PublicLinkKey.New());

        (await db.Get<ReadBillPdf>().HandleAsync(key, default)).Refusal!.Code.Should().Be("bill-page.not-found");
    }
}
