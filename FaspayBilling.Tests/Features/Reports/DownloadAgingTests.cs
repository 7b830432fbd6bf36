using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Reports;
using FaspayBilling.Core.Formats.Sheets;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Reports;

public sealed class DownloadAgingTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_workbook_holds_every_open_invoice_as_the_report_lists_them(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var today = JakartaCalendar.DayOf(db.Clock.Now());
        var current = await fpy.InvoiceAsync(taxed: false, price: 1_500_000);
        var late = await fpy.InvoiceAsync(
            taxed: false, price: 500_000, date: today.AddDays(-60), due: JakartaCalendar.EndOf(today.AddDays(-40)));
        await fpy.InvoiceAsync(InvoiceStatus.Paid, taxed: false);
        await (await db.Given.MerchantAsync("OTH")).InvoiceAsync();

        var rows = await WriteAsync(db, fpy, new() { AsOf = today });

        rows.Select(r => r[0]).Should().Equal("Invoice No", late.Number, current.Number);
        rows[0].Cells.Should().Equal("Invoice No", "Customer", "Invoice Date", "Due Date", "Days Overdue", "Class", "Outstanding");
        (rows[1][4], rows[1][5], rows[1][6]).Should().Be(("40", "31–60 days", "500000"));
        (rows[2][4], rows[2][5], rows[2][6]).Should().Be(("0", "Current", "1500000"));
        (await WriteAsync(db, fpy, new() { AsOf = today, Search = late.Number })).Should().HaveCount(2);
        (await WriteAsync(db, fpy, new() { AsOf = today.AddDays(-60) })).Should().HaveCount(2);
    }

    [Fact]
    public async Task It_stops_when_it_is_told_to()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await fpy.InvoiceAsync();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await FluentActions
            .Awaiting(() => db.Get<DownloadAging>()
                .HandleAsync(fpy.Viewer, new() { AsOf = new(2026, 11, 16) }, Stream.Null, new Progress<double>(), stop.Token))
            .Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task To_be_printed_all_rows_are_on_one_page()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        for (var i = 0; i < 30; i++) await fpy.InvoiceAsync(taxed: false, price: 1_000);

        var report = await db.Get<ReadAging>().PrintAsync(fpy.Viewer, new() { AsOf = new(2026, 11, 16), Page = 2, Size = 10 }, default);

        (report.Page.Rows.Count, report.Page.Total, report.Total).Should().Be((30, 30, 30_000m));
    }

    private static async Task<IReadOnlyList<SheetRow>> WriteAsync(TestDb db, GivenMerchant fpy, AgingQuery query)
    {
        using var file = new MemoryStream();
        (await db.Get<DownloadAging>().HandleAsync(fpy.Viewer, query, file, new Progress<double>(), default)).Should().Be(Outcome.Done);
        using (var book = SpreadsheetDocument.Open(file, false))
        {
            book.WorkbookPart!.Workbook.Descendants<Sheet>().Single().Name!.Value.Should().Be("Invoice Aging");
        }

        return SheetFile.Read(file, default).Value;
    }
}
