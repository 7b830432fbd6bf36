using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Core.Formats.Sheets;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

public sealed class DownloadTaxFilesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_workbook_holds_every_row_of_the_filtered_list_in_its_order(Database database)
    {
        await using var files = await GivenFiles.MakeAsync(database);
        var march = new DateOnly(2026, 3, 1);

        var rows = await WriteAsync(files, files.Fpy.Viewer, new() { Page = 9, Size = 10 });
        var filtered = await WriteAsync(files, files.Fpy.Viewer, new() { Start = march, End = march });

        rows[0].Cells.Should().Equal(
            "E-Faktur No", "Coretax No", "Invoice No", "Customer Name", "Email Status", "Reason", "Emailed", "E-Faktur Status", "File",
            "Uploaded");
        rows.Skip(1).Select(r => r[0]).Should().Equal("000-26.12345603", "000-26.12345602", "000-26.12345601");
        filtered.Skip(1).Select(r => r[2]).Should().Equal("INV-FPY-032600002");
        var line = rows[1];
        (line[3], line[4], line[7], line[8]).Should().Be(("PT Pelanggan Setia", "Ready to Send", "Normal", Zip.Name("0002612345603")));
        line[9].Should().StartWith("46342.377", "it was uploaded on 16 November 2026 at 9:03 in Jakarta");
    }

    [Fact]
    public async Task Another_merchants_files_are_not_in_it_and_with_the_module_off_there_is_none()
    {
        await using var files = await GivenFiles.MakeAsync();
        var other = await files.Db.Given.MerchantAsync("T8V", "013825647609000");
        var off = await files.Db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);

        (await WriteAsync(files, other.Admin, new())).Should().ContainSingle("there is only the head");
        (await files.Db.Get<DownloadTaxFiles>().HandleAsync(off.Admin, new(), Stream.Null, new Progress<double>(), default)).Refusal!.Code
            .Should().Be("module.off");
    }

    [Fact]
    public async Task It_stops_when_it_is_told_to()
    {
        await using var files = await GivenFiles.MakeAsync();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await FluentActions
            .Awaiting(() => files.Db.Get<DownloadTaxFiles>()
                .HandleAsync(files.Fpy.Viewer, new(), Stream.Null, new Progress<double>(), stop.Token))
            .Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task<IReadOnlyList<SheetRow>> WriteAsync(GivenFiles files, Actor actor, TaxFileQuery query)
    {
        using var file = new MemoryStream();
        (await files.Db.Get<DownloadTaxFiles>().HandleAsync(actor, query, file, new Progress<double>(), default))
            .Should().Be(Outcome.Done);
        return SheetFile.Read(file, default).Value;
    }
}
