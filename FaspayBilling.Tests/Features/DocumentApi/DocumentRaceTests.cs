using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.DocumentApi;

public sealed class DocumentRaceTests
{
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
                async () => await b.Get<AddDocument>().HandleAsync(fpy.Finance, GivenNote.For(invoice), default),
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

    private static WorkKey Key(int i) => new("client 1", "one-key", $"hash {i}");
}
