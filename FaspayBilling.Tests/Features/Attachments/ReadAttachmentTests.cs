using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Pdf;

namespace FaspayBilling.Tests.Features.Attachments;

public sealed class ReadAttachmentTests
{
    [Theory]
    [InlineData("scan.jpg", "image/jpeg")]
    [InlineData("SCAN.JPEG", "image/jpeg")]
    [InlineData("scan.png", "image/png")]
    [InlineData("scan.pdf", "application/pdf")]
    public async Task The_content_says_what_it_is_and_comes_back_byte_for_byte(string name, string type)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();
        var bytes = type switch { "image/jpeg" => SampleFiles.Jpeg, "image/png" => SampleFiles.Png, _ => SampleFiles.Pdf() };

        var id = (await db.UploadAsync(fpy.Finance, invoice, name, bytes)).Value;

        var opened = (await db.Get<ReadAttachment>().HandleAsync(fpy.Viewer, id, default)).Value;
        (opened.FileName, opened.ContentType).Should().Be((name, type));
        opened.Bytes.Should().Equal(bytes);
    }

    [Fact]
    public async Task Another_merchants_document_is_not_there()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("OTH");
        var id = (await db.UploadAsync(fpy.Finance, await fpy.InvoiceAsync())).Value;

        (await ReadAsync(db, other.Admin, id)).Refusal!.Code.Should().Be("document-file.not-found");
        (await ReadAsync(db, fpy.Viewer, id)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task A_deleted_document_and_one_of_a_deleted_invoice_are_not_there()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft);
        var deleted = (await db.UploadAsync(fpy.Finance, draft)).Value;
        var ofDeleted = (await db.UploadAsync(fpy.Finance, draft)).Value;
        await db.Get<DeleteAttachment>().HandleAsync(fpy.Finance, deleted, default);
        (await ReadAsync(db, fpy.Viewer, ofDeleted)).Ok.Should().BeTrue();
        (await db.Get<DeleteInvoice>().HandleAsync(fpy.Finance, draft.Number, default)).Ok.Should().BeTrue();

        (await ReadAsync(db, fpy.Admin, deleted)).Refusal!.Code.Should().Be("document-file.not-found");
        (await ReadAsync(db, fpy.Admin, ofDeleted)).Refusal!.Code.Should().Be("document-file.not-found");
    }

    private static Task<Outcome<OpenedDocument>> ReadAsync(TestDb db, Actor actor, long id) =>
        db.Get<ReadAttachment>().HandleAsync(actor, id, default);
}
