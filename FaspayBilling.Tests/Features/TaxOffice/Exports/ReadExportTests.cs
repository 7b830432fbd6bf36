using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.Exports;

public sealed class ReadExportTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_viewer_reads_the_file_as_it_was_made_whatever_changed_since(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000001");
        var made = (await db.Get<MakeExport>().HandleAsync(fpy.Finance, TaxChannel.Desktop, [invoice.Id], default)).Value;
        var before = (await db.Get<ReadExport>().HandleAsync(fpy.Viewer, made.Id, default)).Value;

        await db.ChangeAsync<Customer>(c => c.Id == invoice.CustomerId, c => c.NpwpAddress = "Jl. Mawar 2, Jakarta");
        var after = (await db.Get<ReadExport>().HandleAsync(fpy.Viewer, made.Id, default)).Value;

        after.FileName.Should().Be(before.FileName);
        after.Bytes.Should().Equal(before.Bytes).And.NotBeEmpty();
    }

    [Theory]
    [InlineData("e-faktur.csv", "text/csv; charset=utf-8")]
    [InlineData("coretax.xml", "application/xml")]
    [InlineData("coretax.zip", "application/zip")]
    public void The_content_type_is_the_files(string name, string type) =>
        new OpenedExport(name, []).ContentType.Should().Be(type);

    [Fact]
    public async Task Another_merchants_export_looks_like_none_and_with_the_module_off_nobodys_opens()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var other = await db.ExporterAsync("OTH");
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        (await db.Get<ReadExport>().HandleAsync(fpy.Viewer, 1, default)).Refusal!.Code.Should().Be("tax-export.not-found");
        var theirs = await other.ExportableAsync("000-26.00000001");
        var made = (await db.Get<MakeExport>().HandleAsync(other.Finance, TaxChannel.Desktop, [theirs.Id], default)).Value;

        (await db.Get<ReadExport>().HandleAsync(fpy.Finance, made.Id, default)).Refusal!.Code.Should().Be("tax-export.not-found");
        (await db.Get<ReadExport>().HandleAsync(off.Finance, 1, default)).Refusal!.Code.Should().Be("module.off");
    }
}
