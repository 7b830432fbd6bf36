using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.DocumentApi;

public sealed class DocumentRaceTests
{
    private static readonly DocumentLine[] Lines = [new("Discount", 1, 1_000)];

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancel_and_a_credit_note_at_once_never_leave_a_cancelled_document_with_an_active_note(Database database)
    {
        await using var a = await TestDb.MakeAsync(database);
        await using var b = a.AnotherNode();
        var fpy = await a.Given.MerchantAsync();
        var caller = await a.CallerAsync(await a.ClientAsync(fpy), fpy);
        for (var i = 0; i < 10; i++)
        {
            var invoice = await fpy.InvoiceAsync(taxed: false);

            var answers = await Together.RunAsync<Outcome>(
            [
                async () => await a.Get<CancelDocument>().HandleAsync(caller, new(invoice.DocumentId!, "Wrong", "r"), default),
                async () => await b.Get<AddDocument>().HandleAsync(fpy.Finance, Note(invoice), default),
            ]);

            answers.Count(x => x.Ok).Should().Be(1);
            answers.Single(x => !x.Ok).Refusal!.Code.Should().BeOneOf("invoice.referenced", "document.reference");
            var cancelled =
                (await a.ReadAsync(d => d.Set<Invoice>().SingleAsync(x => x.Id == invoice.Id))).Status == InvoiceStatus.Cancelled;
            var notes = await a.ReadAsync(
                d => d.Set<Invoice>().CountAsync(x => x.RefersToId == invoice.Id && x.Status != InvoiceStatus.Cancelled));
            notes.Should().Be(cancelled ? 0 : 1);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_cancels_at_once_make_one(Database database)
    {
        await using var a = await TestDb.MakeAsync(database);
        await using var b = a.AnotherNode();
        var fpy = await a.Given.MerchantAsync();
        var caller = await a.CallerAsync(await a.ClientAsync(fpy), fpy);
        var invoice = await fpy.InvoiceAsync(taxed: false);

        var answers = await Together.RunAsync<Outcome>(new[] { a, b }.Select(db =>
            (Func<Task<Outcome>>)(async () => await db.Get<CancelDocument>()
                .HandleAsync(caller, new(invoice.DocumentId!, "Wrong", "r"), default))));

        answers.Count(x => x.Ok).Should().Be(1);
        answers.Single(x => !x.Ok).Refusal!.Code.Should().Be("invoice.not-cancellable");
        (await a.ReadAsync(d => d.Set<HistoryEntry>().CountAsync(h => h.SubjectId == invoice.Id && h.RefusalCode == null))).Should().Be(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_key_on_documents_of_two_merchants_at_once_changes_one(Database database)
    {
        await using var a = await TestDb.MakeAsync(database);
        await using var b = a.AnotherNode();
        var (fpy, t8v) = (await a.Given.MerchantAsync(), await a.Given.MerchantAsync("T8V", "013825647609000"));
        var client = await a.ClientAsync(fpy);
        await a.RepresentAsync(client, t8v);
        var calls = new[] { (Db: a, Merchant: fpy), (Db: b, Merchant: t8v) };
        var documents = new[] { await fpy.InvoiceAsync(taxed: false), await t8v.InvoiceAsync(taxed: false) };
        var callers = new[] { await a.CallerAsync(client, fpy), await a.CallerAsync(client, t8v) };

        var answers = await Together.RunAsync<Outcome>(calls.Select((call, i) => (Func<Task<Outcome>>)(async () =>
            await call.Db.Get<CancelDocument>()
                .HandleAsync(callers[i], new(documents[i].DocumentId!, "Wrong", "r", Key(i)), default))));

        answers.Count(x => x.Ok).Should().Be(1);
        answers.Single(x => !x.Ok).Refusal!.Code.Should().Be("idempotency.other-request");
        (await a.ReadAsync(d => d.Set<Invoice>().CountAsync(x => x.Status == InvoiceStatus.Cancelled))).Should().Be(1);
    }

    [Fact]
    public async Task Cancelling_the_note_frees_the_invoice()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var caller = await db.CallerAsync(await db.ClientAsync(fpy), fpy);
        var invoice = await fpy.InvoiceAsync(taxed: false);
        var note = (await db.Get<AddDocument>().HandleAsync(fpy.Finance, Note(invoice), default)).Value;
        async Task<Refusal?> CancelAsync(string id) =>
            (await db.Get<CancelDocument>().HandleAsync(caller, new(id, "Wrong", "r"), default)).Refusal;

        var refused = await CancelAsync(invoice.DocumentId!);
        refused!.Code.Should().Be("invoice.referenced");
        refused.Sentence().Should().Contain(note);
        (await CancelAsync(note)).Should().BeNull();
        (await CancelAsync(invoice.DocumentId!)).Should().BeNull();
    }

    [Theory]
    [InlineData(DocumentType.CreditNote, false, "document.reference")]
    [InlineData(DocumentType.SelfBilledCreditNote, true, "document.reference")]
    [InlineData(DocumentType.Invoice, true, "document.reference")]
    [InlineData(DocumentType.SelfBilledInvoice, false, "document.customer")]
    public async Task A_note_refers_to_an_invoice_of_its_own_kind(DocumentType type, bool refers, string code)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(taxed: false);

        var answer = await db.Get<AddDocument>()
            .HandleAsync(fpy.Finance, new(type, refers ? invoice.Number : null, null, "x", Lines), default);

        answer.Refusal!.Code.Should().Be(code);
        (await db.Get<AddDocument>().HandleAsync(fpy.Viewer, Note(invoice), default)).Refusal!.Code.Should().Be("not-allowed");
        (await db.Get<AddDocument>().HandleAsync(fpy.Finance, Note(invoice) with { Lines = [] }, default)).Refusal!.Code
            .Should().Be("document.lines");
        (await db.Get<AddDocument>().HandleAsync(fpy.Finance, Note(invoice) with { RefersTo = "INV-FPY-000000000" }, default)).Refusal!.Code
            .Should().Be("invoice.not-found");
    }

    private static DocumentInput Note(Invoice invoice) => new(DocumentType.CreditNote, invoice.Number, null, "Credit", Lines);

    private static WorkKey Key(int i) => new("client 1", "one-key", $"hash {i}");
}
