using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Core.Formats.Sheets;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Lists;

public sealed class DownloadBillingsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_file_holds_every_row_of_the_filtered_list_in_its_order(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await (await db.Given.MerchantAsync("OTH", "013825647609000")).InvoiceAsync();
        await fpy.AvailableNumbersAsync(2026, 5, "000-26.00000001");
        var paid = await fpy.InvoiceAsync(InvoiceStatus.PartiallyPaid, taxNumber: "000-26.00000001");
        var unpaid = await fpy.InvoiceAsync(price: 2_000_000m);
        await fpy.InvoiceAsync(InvoiceStatus.Draft);

        var rows = await WriteAsync(db, fpy, new BillingQuery { Sort = BillingSort.Total, Descending = true });
        var filtered = await WriteAsync(db, fpy, new BillingQuery { Status = InvoiceStatus.Unpaid });

        rows.Should().HaveCount(4);
        rows[0].Cells.Should().StartWith(["Invoice No", "Type", "E-Faktur No", "Coretax No", "Customer", "NPWP", "Invoice Date"]);
        rows[1][0].Should().Be(unpaid.Number);
        filtered.Skip(1).Select(r => r[0]).Should().Equal(unpaid.Number);
        var line = rows.Single(r => r[0] == paid.Number);
        (line[2], line[5], line[6], line[10], line[13])
            .Should().Be(("000-26.00000001", "026015362054000", "46342", "1110000", "Partially Paid"));
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
            .Awaiting(() => db.Get<DownloadBillings>().HandleAsync(fpy.Viewer, new(), Stream.Null, new Progress<double>(), stop.Token))
            .Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task<IReadOnlyList<SheetRow>> WriteAsync(TestDb db, GivenMerchant fpy, BillingQuery query)
    {
        using var file = new MemoryStream();
        (await db.Get<DownloadBillings>().HandleAsync(fpy.Viewer, query, file, new Progress<double>(), default)).Should().Be(Outcome.Done);
        using (var book = SpreadsheetDocument.Open(file, false))
        {
            book.WorkbookPart!.Workbook.Descendants<Sheet>().Single().Name!.Value.Should().Be("Billings");
        }

        return SheetFile.Read(file, default).Value;
    }
}
