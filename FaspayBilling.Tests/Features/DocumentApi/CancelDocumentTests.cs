using System.Globalization;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Features.DocumentApi;

public sealed class CancelDocumentTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancelled_documents_number_stays_held_and_its_receiver_is_told(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var (fpy, t8v) = (await db.Given.MerchantAsync(), await db.ReceiverAsync());
        var invoice = await fpy.InvoiceAsync(
            taxNumber: "000-26.00000007", also: i => i.With((nameof(Invoice.CounterpartyMerchantId), t8v.Id)));

        var done = await db.Get<CancelDocument>()
            .HandleAsync(await db.OwnCallerAsync(fpy), new(invoice.DocumentId!, " Wrong buyer ", "call 1"), default);

        done.Value.Should().Be(new ChangedDocument(invoice.DocumentId!, "Cancelled"));
        (await db.StoredAsync(invoice)).Should().BeEquivalentTo(new { Status = InvoiceStatus.Cancelled, CancelReason = "Wrong buyer" });
        (await db.TaxNumberAsync(invoice)).Should().Be("000-26.00000007");
        (await db.HistoryAsync(fpy)).Should().Equal(
            "Cancelled over the document API: Wrong buyer (client FPY-erp, request call 1); E-Faktur No 000-26.00000007 stays held");
        (await db.ReadAsync(d => d.Set<DocumentNotice>().SingleAsync()))
            .Should().BeEquivalentTo(new { MerchantId = t8v.Id, Kind = DocumentNoticeKind.Cancelled, invoice.DocumentId });
    }

    [Fact]
    public async Task Neither_its_receiver_nor_who_was_not_granted_it_cancels_and_the_issuer_reads_who_tried()
    {
        await using var db = await TestDb.MakeAsync();
        var (fpy, t8v) = (await db.Given.MerchantAsync(), await db.ReceiverAsync());
        var invoice = await fpy.DocumentForAsync(t8v);

        foreach (var caller in new[] { await db.OwnCallerAsync(t8v), await db.AgentAsync(fpy, view: true, reject: true) })
        {
            (await db.Get<CancelDocument>().HandleAsync(caller, new(invoice.DocumentId!, "Wrong", "r"), default)).Refusals
                .Should().ContainSingle().Which.Code
                .Should().Be("document.forbidden");
        }

        (await db.StoredAsync(invoice)).Status.Should().Be(InvoiceStatus.Unpaid);
        (await db.HistoryAsync()).Select(h => (h.MerchantId, h.Who, h.RefusalCode))
            .Should().Equal((fpy.Id, "T8V erp", "document.forbidden"), (fpy.Id, "AGN erp", "document.forbidden"));
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", "2026-01-05T03:04:05Z")]
    [InlineData("2028-02-27T10:00:00Z", "2028-03-01T10:00:00Z")]
    [InlineData("2027-02-27T10:00:00Z", "2027-03-02T10:00:00Z")]
    [InlineData("2026-12-30T18:00:00.250Z", "2027-01-02T18:00:00.250Z")]
    [InlineData("2026-03-28T23:30:00Z", "2026-03-31T23:30:00Z")]
    public async Task The_window_is_72_elapsed_hours_and_its_end_is_inside(string issued, string end)
    {
        await using var db = await TestDb.MakeAsync(clock: new FakeTimeProvider(At(issued)));
        var fpy = await db.Given.MerchantAsync();
        var caller = await db.CallerAsync(await db.ClientAsync(fpy), fpy);
        string[] said = [];
        foreach (var seconds in new[] { -1, 0, 1 })
        {
            db.Clock.AdjustTime(At(issued));
            var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft, taxed: false);
            await db.Get<IssueInvoice>().HandleAsync(fpy.Finance, draft.Number, default);
            var document = await db.ReadAsync(d => d.Set<Invoice>().SingleAsync(i => i.Id == draft.Id));
            document.DocumentCancelDeadline.Should().Be(At(end).UtcDateTime);
            document.DocumentRejectDeadline.Should().Be(At(end).UtcDateTime);
            db.Clock.SetUtcNow(At(end).AddSeconds(seconds));
            var reply = await db.Get<CancelDocument>().HandleAsync(caller, new(document.DocumentId!, "Wrong buyer", "r"), default);
            said = [.. said, reply.Refusal?.Code ?? "cancelled"];
        }

        said.Should().Equal("cancelled", "cancelled", "invoice.cancellation-period-over");
    }

    [Fact]
    public async Task Cancelling_the_note_frees_the_invoice()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var caller = await db.CallerAsync(await db.ClientAsync(fpy), fpy);
        var invoice = await fpy.InvoiceAsync(taxed: false);
        var note = (await db.Get<AddDocument>().HandleAsync(fpy.Finance, GivenNote.For(invoice), default)).Value;
        async Task<Refusal?> CancelAsync(string id) =>
            (await db.Get<CancelDocument>().HandleAsync(caller, new(id, "Wrong", "r"), default)).Refusal;

        var refused = await CancelAsync(invoice.DocumentId!);
        refused!.Code.Should().Be("invoice.referenced");
        refused.Sentence().Should().Contain(note);
        (await CancelAsync(note)).Should().BeNull();
        (await CancelAsync(invoice.DocumentId!)).Should().BeNull();
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
