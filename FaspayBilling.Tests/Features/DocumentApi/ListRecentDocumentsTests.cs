using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.DocumentApi;

public sealed class ListRecentDocumentsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_issued_or_received_in_31_days_comes_newest_first_page_by_page(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var (fpy, t8v) = (await db.Given.MerchantAsync(), await db.ReceiverAsync());
        var caller = await db.OwnCallerAsync(fpy);
        await fpy.DocumentForAsync(t8v);
        db.Clock.Advance(TimeSpan.FromSeconds(1));
        var oldest = await fpy.DocumentForAsync(t8v);
        db.Clock.Advance(TimeSpan.FromDays(30));
        var received = await t8v.DocumentForAsync(fpy);
        db.Clock.Advance(TimeSpan.FromDays(1));
        var newest = await fpy.DocumentForAsync(t8v);
        await fpy.InvoiceAsync(InvoiceStatus.Draft);
        await t8v.InvoiceAsync();

        var first = (await db.Get<ListRecentDocuments>().HandleAsync(caller, new() { Size = 2 }, default)).Value;
        var second = (await db.Get<ListRecentDocuments>().HandleAsync(caller, new() { Size = 2, Page = 2 }, default)).Value;

        first.Rows.Concat(second.Rows).Select(r => (r.DocumentId, r.Sent))
            .Should().Equal((newest.DocumentId!, true), (received.DocumentId!, false), (oldest.DocumentId!, true));
        (first.Total, first.Count, second.Rows.Count).Should().Be((3, 2, 1));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Direction_status_type_parties_and_the_instant_of_the_issue_narrow_the_list(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var (fpy, t8v) = (await db.Given.MerchantAsync(), await db.ReceiverAsync());
        var caller = await db.OwnCallerAsync(fpy);
        var sent = await fpy.DocumentForAsync(t8v);
        db.Clock.Advance(TimeSpan.FromHours(1));
        var note = await fpy.DocumentForAsync(t8v, DocumentType.DebitNote, InvoiceStatus.Cancelled);
        db.Clock.Advance(TimeSpan.FromHours(1));
        var received = await t8v.DocumentForAsync(fpy);

        await ExpectAsync(new() { Sent = true }, note, sent);
        await ExpectAsync(new() { Sent = false }, received);
        await ExpectAsync(new() { Cancelled = true }, note);
        await ExpectAsync(new() { Cancelled = false }, received, sent);
        await ExpectAsync(new() { Type = DocumentType.DebitNote }, note);
        await ExpectAsync(new() { ReceiverTin = "013825647609000" }, note, sent);
        await ExpectAsync(new() { ReceiverTin = "0013825647609000" }, note, sent);
        await ExpectAsync(new() { IssuerTin = "013825647609000" }, received);
        await ExpectAsync(new() { Issued = (sent.IssuedAt!.Value, note.IssuedAt!.Value) }, note, sent);
        await ExpectAsync(new() { Issued = (note.IssuedAt!.Value, note.IssuedAt!.Value) }, note);
        await ExpectAsync(new() { Nothing = true });

        async Task ExpectAsync(RecentQuery query, params Invoice[] documents) =>
            (await db.Get<ListRecentDocuments>().HandleAsync(caller, query, default)).Value.Rows.Select(r => r.DocumentId)
                .Should().Equal(documents.Select(d => d.DocumentId!));
    }

    [Fact]
    public async Task Who_may_not_view_is_refused()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        (await db.Get<ListRecentDocuments>()
            .HandleAsync(await db.AgentAsync(fpy, cancel: true, reject: true), new(), default)).Refusal!.Code
            .Should().Be("document.forbidden");
    }
}
