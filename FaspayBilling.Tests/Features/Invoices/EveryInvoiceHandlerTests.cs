using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Mailing;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices;

/// <summary>What every handler that acts on one invoice refuses alike.</summary>
public sealed class EveryInvoiceHandlerTests
{
    private static readonly Dictionary<string, Func<TestDb, Actor, InvoiceKey, Task<Outcome>>> Handlers = new()
    {
        ["send as proforma"] = (db, actor, key) => db.Get<SendProforma>().HandleAsync(actor, key, default),
        ["issue"] = (db, actor, key) => db.Get<IssueInvoice>().HandleAsync(actor, key, default),
        ["pay"] = (db, actor, key) => db.Get<RecordPayment>()
            .HandleAsync(actor, key, new PaymentInput(1_000m, new DateOnly(2026, 11, 16), "Cash"), default),
        ["undo a payment"] = (db, actor, key) => db.Get<UndoPayment>().HandleAsync(actor, key, 1, default),
        ["send again"] = (db, actor, key) => db.Get<ResendInvoice>().HandleAsync(actor, key, default),
        ["change"] = async (db, actor, key) => await db.Get<SaveInvoice>()
            .HandleAsync(actor, key, InvoiceContent.Empty, AfterSave.Keep, default),
        ["cancel"] = (db, actor, key) => db.Get<CancelInvoice>().HandleAsync(actor, key, default),
        ["duplicate"] = async (db, actor, key) => await db.Get<DuplicateInvoice>().HandleAsync(actor, key, default),
        ["delete"] = (db, actor, key) => db.Get<DeleteInvoice>().HandleAsync(actor, key, default),
        ["generate"] = async (db, actor, key) => await db.Get<GenerateTaxNumber>().HandleAsync(actor, key, default),
        ["give back"] = async (db, actor, key) => await db.Get<CancelTaxNumber>().HandleAsync(actor, key, neverApproved: true, default),
    };

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unknown_invoice_is_not_found(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        foreach (var (name, act) in Handlers)
        {
            (await act(db, fpy.Admin, "INV-FPY-112699999")).Refusal!.Code.Should().Be("invoice.not-found", "{0}", name);
        }

        (await db.HistoryAsync()).Should().BeEmpty("there is nothing that a line could stand under");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_viewer_may_not_and_the_attempt_stands_in_the_history_of_the_invoice(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();

        foreach (var (name, act) in Handlers)
        {
            (await act(db, fpy.Viewer, invoice.Number)).Refusal!.Code.Should().Be("not-allowed", "{0}", name);
        }

        (await db.StoredAsync(invoice)).Version.Should().Be(invoice.Version);
        (await db.HistoryAsync())
            .Should().HaveCount(Handlers.Count)
                .And
            .OnlyContain(h => h.SubjectId == invoice.Id
                && h.Who == "Vera Viewer"
                && h.RefusalCode == "not-allowed"
                && h.What().Contains(invoice.Number));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_decided_on_an_older_state_is_told_so_and_nothing_happens(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();
        (await db.Get<RecordPayment>()
            .HandleAsync(fpy.Finance, invoice.Number, new PaymentInput(1_000m, new DateOnly(2026, 11, 16), "Cash"), default)).Ok
            .Should().BeTrue();
        var after = await db.StoredAsync(invoice);

        foreach (var (name, act) in Handlers)
        {
            (await act(db, fpy.Finance, new InvoiceKey(invoice.Number, invoice.Version))).Refusal!.Code
                .Should().Be("changed-elsewhere", "{0}", name);
        }

        (await db.StoredAsync(invoice)).Version.Should().Be(after.Version);
        (await db.HistoryAsync()).Should().ContainSingle("looking at an old state is nobody's fault");
    }
}
