using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Attachments;

public sealed class DeleteAttachmentTests
{
    [Fact]
    public async Task A_deleted_document_is_hidden_and_row_and_file_are_kept()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();
        var id = (await db.UploadAsync(fpy.Finance, invoice)).Value;

        (await db.Get<DeleteAttachment>().HandleAsync(fpy.Finance, id, default)).Ok.Should().BeTrue();

        (await db.Get<ListAttachments>().HandleAsync(fpy.Viewer, invoice.Number, default)).Value.Should().BeEmpty();
        (await db.DocumentsAsync()).Single()
            .Should().BeEquivalentTo(new { DeletedAt = db.Clock.GetUtcNow().UtcDateTime, DeletedBy = "Fina Finance" });
        (await db.ReadAsync(d => d.Set<FileContent>().CountAsync())).Should().Be(1);
        (await db.HistoryAsync(fpy)).Should().EndWith("Document slip.pdf deleted");
    }

    [Fact]
    public async Task A_deduction_that_is_deleted_after_the_cancellation_leaves_nothing_owed()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.WithholdingMerchantAsync();
        var invoice = await fpy.InvoiceAsync();
        var id = (await db.UploadAsync(fpy.Finance, invoice, input: GivenUpload.Withheld)).Value;
        await db.Get<CancelInvoice>().HandleAsync(fpy.Finance, invoice.Number, default);

        await db.Get<DeleteAttachment>().HandleAsync(fpy.Finance, id, default);

        (await db.StoredAsync(invoice)).Should().BeEquivalentTo(new { Status = InvoiceStatus.Cancelled, Outstanding = 0m, Deducted = 0m });
    }

    [Fact]
    public async Task Deleting_twice_gives_back_once_and_a_viewer_deletes_nothing()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.WithholdingMerchantAsync();
        var invoice = await fpy.InvoiceAsync();
        var id = (await db.UploadAsync(fpy.Finance, invoice, input: GivenUpload.Withheld)).Value;

        (await db.Get<DeleteAttachment>().HandleAsync(fpy.Viewer, id, default)).Refusal!.Code.Should().Be("not-allowed");
        var answers = await Together.RunAsync(Enumerable.Range(0, 6)
            .Select(_ => (Func<Task<Outcome>>)(() => db.Get<DeleteAttachment>().HandleAsync(fpy.Finance, id, default))));

        answers.Count(a => a.Ok).Should().Be(1);
        answers.Where(a => !a.Ok).Should().OnlyContain(a => a.Refusal!.Code == "document-file.not-found");
        (await db.StoredAsync(invoice)).Should().BeEquivalentTo(new { Deducted = 0m, Outstanding = 1_110_000m });
    }

    [Fact]
    public async Task Another_merchants_document_is_not_there()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("OTH");
        var id = (await db.UploadAsync(fpy.Finance, await fpy.InvoiceAsync())).Value;

        (await db.Get<DeleteAttachment>().HandleAsync(other.Admin, id, default)).Refusal!.Code.Should().Be("document-file.not-found");
        (await db.DocumentsAsync()).Single().DeletedAt.Should().BeNull();
    }
}
