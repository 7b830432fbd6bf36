using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Attachments;

public sealed class ListAttachmentsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_newest_come_first_of_this_invoice_alone_without_deleted_ones(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();
        await db.UploadAsync(fpy.Finance, await fpy.InvoiceAsync(), "of another.pdf");
        await db.UploadAsync(fpy.Finance, invoice, "first.pdf");
        var gone = (await db.UploadAsync(fpy.Finance, invoice, "gone.pdf")).Value;
        await db.UploadAsync(fpy.Finance, invoice, "last.pdf");
        await db.Get<DeleteAttachment>().HandleAsync(fpy.Finance, gone, default);

        var rows = await ListAsync(db, fpy.Viewer, invoice);

        rows.Value.Select(r => r.FileName).Should().Equal("last.pdf", "first.pdf");
    }

    [Fact]
    public async Task A_row_says_what_was_said_of_the_withholding_tax()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.WithholdingMerchantAsync();
        var invoice = await fpy.InvoiceAsync();
        await db.UploadAsync(fpy.Finance, invoice, input: GivenUpload.Withheld);

        (await ListAsync(db, fpy.Viewer, invoice)).Value.Single().Should().BeEquivalentTo(new
        {
            Type = AttachmentType.WithholdingTax,
            GivenUpload.Withheld.WithholdingNumber,
            GivenUpload.Withheld.WithholdingAmount,
            GivenUpload.Withheld.WithholdingDate,
            Deducts = true,
            UploadedAt = db.Clock.GetUtcNow().UtcDateTime,
        });
    }

    [Fact]
    public async Task Another_merchants_and_a_deleted_invoice_are_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("OTH");
        var invoice = await fpy.InvoiceAsync();
        var deleted = await fpy.InvoiceAsync(InvoiceStatus.Draft, also: i => i.Delete(db.Clock.GetUtcNow().UtcDateTime));

        (await ListAsync(db, other.Admin, invoice)).Refusal!.Code.Should().Be("invoice.not-found");
        (await ListAsync(db, fpy.Admin, deleted)).Refusal!.Code.Should().Be("invoice.not-found");
    }

    private static Task<Outcome<IReadOnlyList<AttachmentRow>>> ListAsync(TestDb db, Actor actor, Invoice invoice) =>
        db.Get<ListAttachments>().HandleAsync(actor, invoice.Number, default);
}
