using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.Exports;

public sealed class ListNumberlessTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Issued_tax_invoices_without_a_number_come_oldest_first(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var second = await fpy.ExportableAsync(date: new(2026, 11, 2), status: InvoiceStatus.Paid);
        var first = await fpy.ExportableAsync(date: new(2025, 3, 1), status: InvoiceStatus.Overdue);
        var debit = await db.NoteAsync(second, type: DocumentType.DebitNote, taxed: true);
        await db.NoteAsync(second, type: DocumentType.CreditNote, taxed: true);
        await fpy.ExportableAsync("000-26.00000001");
        await fpy.ExportableAsync(also: i => i.With((nameof(Invoice.CoretaxNumber), "04002600000000001")));
        await fpy.ExportableAsync(status: InvoiceStatus.Draft);
        await fpy.ExportableAsync(status: InvoiceStatus.Proforma);
        await fpy.ExportableAsync(status: InvoiceStatus.Cancelled);
        await fpy.InvoiceAsync(taxed: false);
        await (await db.ExporterAsync("OTH")).ExportableAsync();

        var page = (await db.Get<ListNumberless>().HandleAsync(fpy.Viewer, 1, 100, default)).Value;

        page.Total.Should().Be(3);
        page.Rows.Select(r => r.Number).Should().Equal(first.Number, second.Number, debit.Number);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_is_offered_takes_a_number(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await fpy.AvailableNumbersAsync(2026, 5);
        foreach (var status in InvoiceStatuses.All)
        {
            await fpy.ExportableAsync(status: status);
        }

        var offered = (await db.Get<ListNumberless>().HandleAsync(fpy.Viewer, 1, 100, default)).Value;
        var lines = (await db.Get<GenerateTaxNumbers>().HandleAsync(fpy.Finance, [.. offered.Rows.Select(r => r.Number)], default)).Value;

        lines.Should().HaveCount(4).And.OnlyContain(l => l.Refusal == null);
        (await db.Get<ListNumberless>().HandleAsync(fpy.Viewer, 1, 100, default)).Value.Rows.Should().BeEmpty();
    }

    [Fact]
    public async Task A_page_holds_at_most_a_hundred_and_one_past_the_end_is_the_last()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        for (var i = 0; i < 101; i++) await fpy.ExportableAsync();

        var found = (await db.Get<ListNumberless>().HandleAsync(fpy.Viewer, 3, 100, default)).Value;

        (found.Total, found.Number, found.Rows.Count).Should().Be((101, 2, 1));
        (await db.Get<ListNumberless>().HandleAsync(fpy.Viewer, 1, 5_000, default)).Value.Rows.Should().HaveCount(25);
    }

    [Fact]
    public async Task It_is_read_in_two_commands_and_with_the_module_off_not_at_all()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        await fpy.ExportableAsync();
        using var sql = SqlCommands.Watch();
        await db.Get<ListNumberless>().HandleAsync(fpy.Viewer, 1, 25, default);
        sql.Sent.Should().HaveCount(2);
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);

        (await db.Get<ListNumberless>().HandleAsync(off.Viewer, 1, 25, default)).Refusal!.Code.Should().Be("module.off");
    }
}
