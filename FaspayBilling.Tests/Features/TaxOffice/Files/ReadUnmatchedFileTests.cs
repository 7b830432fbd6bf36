using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

public sealed class ReadUnmatchedFileTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_viewer_opens_what_waits_and_what_waited(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await db.UploadOneAsync(fpy.Finance, "other.pdf", Zip.Pdf("other"));
        var row = (await db.Get<ListUnmatchedFiles>().HandleAsync(fpy.Viewer, default)).Value.Single();
        var opened = new OpenedTaxFile("other.pdf", Zip.Pdf("other"));

        (await db.Get<ReadUnmatchedFile>().HandleAsync(fpy.Viewer, row.Id, default)).Value.Should().BeEquivalentTo(opened);
        await db.Get<DismissUnmatchedFile>().HandleAsync(fpy.Finance, row.Id, row.Version, default);
        (await db.Get<ReadUnmatchedFile>().HandleAsync(fpy.Viewer, row.Id, default)).Value.Should().BeEquivalentTo(opened);
    }

    [Fact]
    public async Task Another_merchants_file_looks_like_none_and_with_the_module_off_nobodys_opens()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        var file = await db.WaitingFileAsync(off);

        (await db.Get<ReadUnmatchedFile>().HandleAsync(fpy.Admin, file.Id, default)).Refusal!.Code.Should().Be("file.not-found");
        (await db.Get<ReadUnmatchedFile>().HandleAsync(fpy.Admin, file.Id + 1, default)).Refusal!.Code.Should().Be("file.not-found");
        (await db.Get<ReadUnmatchedFile>().HandleAsync(off.Viewer, file.Id, default)).Refusal!.Code.Should().Be("module.off");
    }
}
