using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.BillPage;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Pdf;

namespace FaspayBilling.Tests.Features.BillPage;

public sealed class ApiBillTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_bill_shows_one_invoice_and_the_documents_for_the_customer(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY", settings: s => s.PaymentInstructions = "BCA 123");
        var key = PublicLinkKey.New();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.PartiallyPaid, also: i => i.With((nameof(Invoice.BillKey), key)));
        var shown = await DocumentAsync(db, invoice, forCustomer: true);
        var kept = await DocumentAsync(db, invoice, forCustomer: false);

        var bill = (await db.Get<ReadBill>().HandleAsync(key, default)).Value;

        bill.Number.Should().Be(invoice.Number);
        bill.Outstanding.Should().Be(832_500m);
        bill.IsDue.Should().BeTrue();
        bill.PaymentInstructions.Should().Be("BCA 123");
        bill.Documents.Should().ContainSingle().Which.Id.Should().Be(shown.Id);
        (await db.Get<ReadBillDocument>().HandleAsync(key, shown.Id, default)).Value.Bytes.Should().Equal(1, 2, 3);
        (await db.Get<ReadBillDocument>().HandleAsync(key, kept.Id, default)).Refusal!.Code.Should().Be("bill-page.not-found");
        PdfText.Pages((await db.Get<ReadBillPdf>().HandleAsync(key, default)).Value.Bytes).Should().Be(1);
    }

    [Fact]
    public async Task A_document_of_another_bill_is_not_there()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var (mine, other) = (PublicLinkKey.New(), PublicLinkKey.New());
        var invoice = await fpy.InvoiceAsync(also: i => i.With((nameof(Invoice.BillKey), mine)));
        await fpy.InvoiceAsync(also: i => i.With((nameof(Invoice.BillKey), other)));
        var document = await DocumentAsync(db, invoice, forCustomer: true);

        (await db.Get<ReadBillDocument>().HandleAsync(other, document.Id, default)).Refusal!.Code.Should().Be("bill-page.not-found");
    }

    [Theory]
    [InlineData(InvoiceStatus.Draft)]
    [InlineData(InvoiceStatus.Proforma)]
    public async Task A_draft_and_a_deleted_invoice_are_not_there(InvoiceStatus status)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var key = PublicLinkKey.New();
        var invoice = await fpy.InvoiceAsync(status, also: i => i.With((nameof(Invoice.BillKey), key)));
        if (status == InvoiceStatus.Proforma)
        {
            (await db.Get<ReadBill>().HandleAsync(key, default)).Value.IsDue.Should().BeFalse("a proforma is no bill yet");
            await db.Get<DeleteInvoice>().HandleAsync(fpy.Finance, invoice.Number, default);
        }

        (await db.Get<ReadBill>().HandleAsync(key, default)).Refusal!.Code.Should().Be("bill-page.not-found");
        (await db.Get<ReadBillPdf>().HandleAsync(key, default)).Refusal!.Code.Should().Be("bill-page.not-found");
    }

    [Fact]
    public async Task Nothing_is_due_on_a_cancelled_invoice()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var key = PublicLinkKey.New();
        await fpy.InvoiceAsync(InvoiceStatus.Cancelled, also: i => i.With((nameof(Invoice.BillKey), key)));

        (await db.Get<ReadBill>().HandleAsync(key, default)).Value.IsDue.Should().BeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' OR 1=1 --AAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_wrong_key_finds_nothing(string key)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        await fpy.InvoiceAsync();
        await fpy.InvoiceAsync(also: i => i.With((nameof(Invoice.BillKey), PublicLinkKey.New())));

        (await db.Get<ReadBill>().HandleAsync(key, default)).Refusal!.Code.Should().Be("bill-page.not-found");
    }

    private static async Task<Attachment> DocumentAsync(TestDb db, Invoice invoice, bool forCustomer)
    {
        var content = await db.AddAsync(new FileContent { Sha256 = new string('0', 64), Bytes = [1, 2, 3] });
        return await db.AddAsync(new Attachment
        {
            MerchantId = invoice.MerchantId,
            InvoiceId = invoice.Id,
            Type = AttachmentType.Supporting,
            FileName = "note.pdf",
            ContentType = "application/pdf",
            Size = 3,
            ContentId = content.Id,
            ForCustomer = forCustomer,
            UploadedAt = db.Clock.GetUtcNow().UtcDateTime,
            UploadedBy = "Fina Finance",
        });
    }
}
