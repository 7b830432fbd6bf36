using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Lifecycle;

public sealed class SendProformaTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_draft_becomes_a_proforma_that_is_no_document_and_holds_no_number(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 5);
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft);

        (await db.Get<SendProforma>().HandleAsync(fpy.Finance, draft.Number, default)).Ok.Should().BeTrue();

        var stored = await db.StoredAsync(draft);
        stored.Status.Should().Be(InvoiceStatus.Proforma);
        stored.DocumentId.Should().BeNull();
        stored.IssuedAt.Should().BeNull();
        stored.TaxNumber.Should().BeNull();
        (await fpy.AvailableAsync(2026)).Should().Be(5);
        (await db.HistoryAsync()).Select(h => h.What()).Should().Equal("Sent as proforma", "Mail to billing@pelanggan.example");
        stored.BillKey.Should().HaveLength(32);
        (await db.MailsAsync()).Should().ContainSingle().Which.InvoiceId.Should().Be(draft.Id);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_else_becomes_a_proforma(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        foreach (var status in InvoiceStatuses.All.Except([InvoiceStatus.Draft]))
        {
            var invoice = await fpy.InvoiceAsync(status);
            (await db.Get<SendProforma>().HandleAsync(fpy.Finance, invoice.Number, default)).Refusal!.Code
                .Should().Be("invoice.not-issuable", "it is {0}", status);
            (await db.StoredAsync(invoice)).Status.Should().Be(status);
        }
    }
}
