using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.Exports;

public sealed class ListExportableTests
{
    private static readonly DateOnly November = new(2026, 11, 1);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_month_shows_its_issued_and_taxed_invoices(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var first = await fpy.ExportableAsync("000-26.00000001", new(2026, 11, 1));
        await fpy.ExportableAsync(date: new(2026, 10, 31));
        await fpy.ExportableAsync(date: new(2026, 12, 1));
        var last = await fpy.ExportableAsync(date: new(2026, 11, 30), status: InvoiceStatus.Paid);
        await fpy.ExportableAsync(status: InvoiceStatus.Draft);
        await fpy.ExportableAsync(status: InvoiceStatus.Proforma);
        await fpy.ExportableAsync(status: InvoiceStatus.Cancelled);
        await fpy.InvoiceAsync(taxed: false);
        var other = await db.ExporterAsync("OTH");
        await other.ExportableAsync(date: new(2026, 11, 2));

        var page = (await db.Get<ListExportable>().HandleAsync(fpy.Viewer, new() { Month = new(2026, 11, 16) }, default)).Value;

        page.Channel.Should().Be(TaxChannel.Both);
        page.Invoices.Total.Should().Be(2);
        page.Invoices.Rows.Select(r => (r.Number, r.ShownNumber, r.NpwpName, r.Npwp, r.Status, r.ExportedAt)).Should().Equal(
            (first.Number, "000-26.00000001", "PT PELANGGAN SETIA", "026015362054000", InvoiceStatus.Unpaid, null),
            (last.Number, null, "PT PELANGGAN SETIA", "026015362054000", InvoiceStatus.Paid, null));
        (await db.Get<ListExportable>().AllAsync(fpy.Viewer, new() { Month = November }, default))
            .Should().BeEquivalentTo([first.Id, last.Id]);
    }

    [Fact]
    public async Task A_page_is_read_in_two_commands()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        await fpy.ExportableAsync();
        using var sql = SqlCommands.Watch();

        await db.Get<ListExportable>().HandleAsync(fpy.Viewer, new() { Month = November }, default);

        sql.Sent.Should().HaveCount(2);
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task It_sorts_by_every_column(ExportableSort sort)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var one = await fpy.ExportableAsync("000-26.00000001");
        var two = await fpy.ExportableAsync(
            "000-26.00000002", also: i => i.With((nameof(Invoice.ExportedAt), db.Clock.GetUtcNow().UtcDateTime)));
        var up = await db.Get<ListExportable>().HandleAsync(fpy.Viewer, new() { Month = November, Sort = sort }, default);
        var down = await db.Get<ListExportable>()
            .HandleAsync(fpy.Viewer, new() { Month = November, Sort = sort, Descending = true }, default);

        up.Value.Invoices.Rows.Select(r => r.Id).Should().Equal(one.Id, two.Id);
        down.Value.Invoices.Rows.Select(r => r.Id).Should().Equal(two.Id, one.Id);
    }

    [Fact]
    public async Task With_the_module_off_it_says_so()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync(settings: s => s.EFakturModule = false);

        (await db.Get<ListExportable>().HandleAsync(fpy.Viewer, new() { Month = November }, default)).Refusal!.Code
            .Should().Be("module.off");
    }

    [Fact]
    public async Task A_credit_note_is_no_tax_invoice()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        await db.NoteAsync(invoice, type: DocumentType.CreditNote, taxed: true);
        var debit = await db.NoteAsync(invoice, type: DocumentType.DebitNote, taxed: true);

        var page = (await db.Get<ListExportable>().HandleAsync(fpy.Viewer, new() { Month = November }, default)).Value;

        page.Invoices.Rows.Select(r => r.Id).Should().BeEquivalentTo([invoice.Id, debit.Id]);
    }

    public static TheoryData<ExportableSort> Sorts => [.. Enum.GetValues<ExportableSort>()];
}
