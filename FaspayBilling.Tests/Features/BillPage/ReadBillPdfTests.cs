using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.BillPage;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Features.Invoices.Pdf;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Tests.Formats.Pdf;
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

    [Fact]
    public async Task Asked_for_again_it_is_the_file_that_was_made_until_something_on_it_changes()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var key = PublicLinkKey.New();
        var invoice = await fpy.BillAsync(key);
        var first = await BytesAsync(db, key);

        (await BytesAsync(db, key)).Should().BeSameAs(first);
        (await db.Get<ReadInvoicePdf>().HandleAsync(fpy.Viewer, invoice.Number, default)).Value.Bytes.Should().BeSameAs(first);
        foreach (var change in Changes(db, fpy, invoice))
        {
            var before = await BytesAsync(db, key);
            (await change()).Ok.Should().BeTrue();
            var after = await BytesAsync(db, key);
            after.Should().NotEqual(before);
            (await BytesAsync(db, key)).Should().BeSameAs(after);
        }
    }

    [Fact]
    public async Task Twelve_who_ask_at_once_get_the_one_that_is_made()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var key = PublicLinkKey.New();
        await fpy.BillAsync(key);

        var files = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => BytesAsync(db, key))));

        files.Should().OnlyContain(file => ReferenceEquals(file, files[0]));
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

    // A payment, how to pay, the logo: each stands on the PDF.
    private static IEnumerable<Func<Task<Outcome>>> Changes(TestDb db, GivenMerchant fpy, Invoice invoice)
    {
        var merchant = new MerchantRequest(
            fpy.Merchant.Name, fpy.Merchant.Code, fpy.Merchant.Npwp, "", "", Language.English, GivenDocument.Png, false, 0);
        yield return () => db.Get<RecordPayment>().HandleAsync(
            fpy.Finance, invoice.Number, new PaymentInput(1_000m, new DateOnly(2026, 11, 16), "Cash"), default);
        yield return () => db.Get<SavePaymentInstructions>().HandleAsync(fpy.Admin, "Bank Central Asia 123", 0, default);
        yield return () => db.Get<SaveMerchant>().HandleAsync(fpy.Admin, merchant, default);
    }

    private static async Task<byte[]> BytesAsync(TestDb db, string key) =>
        (await db.Get<ReadBillPdf>().HandleAsync(key, default)).Value.Bytes;
}
