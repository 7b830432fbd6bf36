using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Attachments;

public sealed class ShowAttachmentTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_document_is_shown_to_the_customer_and_hidden_again(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var id = (await db.UploadAsync(fpy.Finance, await fpy.InvoiceAsync())).Value;

        (await ShowAsync(db, fpy.Finance, id, show: true)).Ok.Should().BeTrue();
        var shown = (await db.DocumentsAsync()).Single().ForCustomer;
        (await ShowAsync(db, fpy.Finance, id, show: false)).Ok.Should().BeTrue();

        shown.Should().BeTrue();
        (await db.DocumentsAsync()).Single().ForCustomer.Should().BeFalse();
        (await db.HistoryAsync(fpy)).Should().Equal(
            "Document slip.pdf uploaded", "Document slip.pdf shown to the customer", "Document slip.pdf hidden from the customer");
    }

    [Fact]
    public async Task Showing_what_is_shown_is_no_line_of_the_history()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var id = (await db.UploadAsync(fpy.Finance, await fpy.InvoiceAsync(), input: new() { ForCustomer = true })).Value;

        (await ShowAsync(db, fpy.Finance, id, show: true)).Ok.Should().BeTrue();

        (await db.DocumentsAsync()).Single().ForCustomer.Should().BeTrue();
        (await db.HistoryAsync(fpy)).Should().Equal("Document slip.pdf uploaded");
    }

    [Fact]
    public async Task A_viewer_shows_nothing_and_what_is_not_there_is_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft);
        var id = (await db.UploadAsync(fpy.Finance, draft)).Value;

        (await ShowAsync(db, fpy.Viewer, id, show: true)).Refusal!.Code.Should().Be("not-allowed");
        (await ShowAsync(db, (await db.Given.MerchantAsync("OTH")).Admin, id, show: true)).Refusal!.Code
            .Should().Be("document-file.not-found");
        (await db.Get<DeleteInvoice>().HandleAsync(fpy.Finance, draft.Number, default)).Ok.Should().BeTrue();
        (await ShowAsync(db, fpy.Finance, id, show: true)).Refusal!.Code.Should().Be("document-file.not-found");
        (await db.DocumentsAsync()).Single().ForCustomer.Should().BeFalse();
    }

    private static Task<Outcome> ShowAsync(TestDb db, Actor actor, long id, bool show) =>
        db.Get<ShowAttachment>().HandleAsync(actor, id, show, default);
}
