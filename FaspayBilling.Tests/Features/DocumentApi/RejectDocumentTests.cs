using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.DocumentApi;

public sealed class RejectDocumentTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_issuer_is_told_the_status_stays_and_no_window_grows_longer(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var (fpy, t8v) = (await db.Given.MerchantAsync(), await db.ReceiverAsync());
        var invoice = await fpy.DocumentForAsync(t8v);
        db.Clock.Advance(TimeSpan.FromHours(1));

        var done = await db.Get<RejectDocument>()
            .HandleAsync(await db.OwnCallerAsync(t8v), new(invoice.DocumentId!, " Wrong amount ", "call 1"), default);

        done.Value.Should().Be(new ChangedDocument(invoice.DocumentId!, "Requested for Rejection"));
        (await db.StoredAsync(invoice)).Should().BeEquivalentTo(new
        {
            Status = InvoiceStatus.Unpaid,
            RejectRequestedAt = db.Clock.GetUtcNow().UtcDateTime,
            RejectReason = "Wrong amount",
            invoice.DocumentCancelDeadline,
            invoice.DocumentRejectDeadline,
        });
        (await db.HistoryAsync(fpy)).Should().Equal(
            "The receiver asks for a rejection over the document API: Wrong amount (client T8V-erp, request call 1)");
        (await db.ReadAsync(d => d.Set<DocumentNotice>().SingleAsync()))
            .Should().BeEquivalentTo(new { MerchantId = fpy.Id, Kind = DocumentNoticeKind.RejectionInitiated, invoice.DocumentId });
    }

    [Fact]
    public async Task What_a_note_corrects_and_what_the_client_may_not_reject_stays()
    {
        await using var db = await TestDb.MakeAsync();
        var (fpy, t8v) = (await db.Given.MerchantAsync(), await db.ReceiverAsync());
        var invoice = await fpy.DocumentForAsync(t8v);
        var noted = await fpy.DocumentForAsync(t8v);
        await db.NoteAsync(noted, InvoiceStatus.Unpaid);

        (await db.Get<RejectDocument>()
            .HandleAsync(await db.AgentAsync(t8v, view: true, cancel: true), new(invoice.DocumentId!, "Wrong", "r"), default)).Refusal!.Code
            .Should().Be("document.forbidden");
        (await db.Get<RejectDocument>()
            .HandleAsync(await db.OwnCallerAsync(t8v), new(noted.DocumentId!, "Wrong", "r"), default)).Refusal!.Code
            .Should().Be("invoice.referenced");
        (await db.ReadAsync(d => d.Set<Invoice>().CountAsync(i => i.RejectRequestedAt != null))).Should().Be(0);
    }

    [Theory]
    [InlineData("", "Wrong", 0, 0, "document.not-found")]
    [InlineData("stranger", "Wrong", 0, 0, "document.forbidden")]
    [InlineData("cancelled", "Wrong", 0, 0, "document.not-rejectable")]
    [InlineData("receiver", "Wrong", 1, 0, "document.rejection-requested")]
    [InlineData("receiver", "Wrong", 0, 73, "document.rejection-period-over")]
    [InlineData("receiver", " ", 0, 0, "cancel.reason")]
    public async Task A_rejection_is_refused(string who, string reason, int before, int hours, string code)
    {
        await using var db = await TestDb.MakeAsync();
        var (fpy, t8v, x9x) = (
            await db.Given.MerchantAsync(),
            await db.Given.MerchantAsync("T8V", "013825647609000"),
            await db.Given.MerchantAsync("X9X", "044444444444000"));
        var merchant = who == "stranger" ? x9x : t8v;
        var caller = await db.CallerAsync(await db.ClientAsync(merchant), merchant);
        var made = await fpy.InvoiceAsync(who == "cancelled" ? InvoiceStatus.Cancelled : InvoiceStatus.Unpaid, taxed: false);
        await db.ReadAsync(d => d.Set<Invoice>()
            .Where(i => i.Id == made.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.CounterpartyMerchantId, t8v.Id)));
        var wish = new DocumentStateCommand(who == "" ? "NOSUCHDOCUMENT" : made.DocumentId!, reason, "r");
        for (var i = 0; i < before; i++)
        {
            (await db.Get<RejectDocument>().HandleAsync(caller, wish, default)).Ok.Should().BeTrue();
        }

        db.Clock.Advance(TimeSpan.FromHours(hours));

        (await db.Get<RejectDocument>().HandleAsync(caller, wish, default)).Refusal!.Code.Should().Be(code);
    }
}
