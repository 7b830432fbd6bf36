using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.DocumentApi;

public sealed class ReadDocumentTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Issuer_and_receiver_read_the_same_one_as_sent_the_other_as_received(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var (fpy, t8v) = (await db.Given.MerchantAsync(), await db.ReceiverAsync());
        var document = await fpy.DocumentForAsync(t8v);

        var sent = (await ReadAsync(db, await db.OwnCallerAsync(fpy), document.DocumentId!)).Value;
        var received = (await ReadAsync(db, await db.OwnCallerAsync(t8v), document.DocumentId!)).Value;

        sent.Should().BeEquivalentTo(new
        {
            document.DocumentId,
            document.Number,
            IssuerTin = fpy.Merchant.Npwp,
            IssuerName = fpy.Merchant.Name,
            ReceiverTin = t8v.Merchant.Npwp,
            document.Total,
            IssuedAt = db.Clock.GetUtcNow().UtcDateTime,
            Sent = true,
        });
        received.Should().Be(sent with { Sent = false });
    }

    [Fact]
    public async Task A_stranger_and_who_may_not_view_are_refused()
    {
        await using var db = await TestDb.MakeAsync();
        var (fpy, t8v) = (await db.Given.MerchantAsync(), await db.ReceiverAsync());
        var document = await fpy.DocumentForAsync(t8v);
        var stranger = await db.Given.MerchantAsync("X9X", "044444444444000");

        foreach (var caller in new[] { await db.OwnCallerAsync(stranger), await db.AgentAsync(fpy, cancel: true, reject: true) })
        {
            (await ReadAsync(db, caller, document.DocumentId!)).Refusal!.Code.Should().Be("document.forbidden");
        }
    }

    [Fact]
    public async Task What_is_no_document_is_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft);
        var deleted = await fpy.InvoiceAsync(also: i => i.With((nameof(Invoice.DeletedAt), db.Clock.GetUtcNow().UtcDateTime)));
        var caller = await db.OwnCallerAsync(fpy);

        foreach (var id in (string[])["", draft.Number, "NOSUCHDOCUMENT", "' OR 1=1 --", new('A', 27), deleted.DocumentId!])
        {
            (await ReadAsync(db, caller, id)).Refusal!.Code.Should().Be("document.not-found", id);
        }
    }

    private static Task<Outcome<DocumentRow>> ReadAsync(TestDb db, ApiCaller caller, string id) =>
        db.Get<ReadDocument>().HandleAsync(caller, id, default);
}
