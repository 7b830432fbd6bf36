using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

public sealed class ListUnmatchedFilesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_waits_is_listed_the_oldest_first_with_what_is_known_of_it(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await db.UploadOneAsync(fpy.Finance, CoretaxPdf.Name("04002600000000001"), Zip.Pdf());
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        await db.UploadOneAsync(fpy.Admin, "scan.pdf", Zip.Pdf("scan"));

        var rows = (await db.Get<ListUnmatchedFiles>().HandleAsync(fpy.Viewer, default)).Value;

        rows.Select(r => (r.CoretaxNumber, r.UploadedAt, r.UploadedBy)).Should().Equal(
            ("04002600000000001", db.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1), fpy.Finance.Name),
            (null, db.Clock.GetUtcNow().UtcDateTime, fpy.Admin.Name));
        rows[1].FileName.Should().Be("scan.pdf");
        rows.Select(r => r.Reason.Sentence()).Should().OnlyHaveUniqueItems().And.NotContain("");
    }

    [Fact]
    public async Task A_hundred_are_listed_at_once_and_the_next_follows_when_one_is_settled()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        for (var i = 1; i <= 101; i++) await db.WaitingFileAsync(fpy, $"scan {i}.pdf");

        var before = (await db.Get<ListUnmatchedFiles>().HandleAsync(fpy.Viewer, default)).Value;
        await db.Get<DismissUnmatchedFile>().HandleAsync(fpy.Finance, before[0].Id, before[0].Version, default);
        var after = (await db.Get<ListUnmatchedFiles>().HandleAsync(fpy.Viewer, default)).Value;

        before.Should().HaveCount(ListUnmatchedFiles.Most);
        (before[0].FileName, before[^1].FileName).Should().Be(("scan 1.pdf", "scan 100.pdf"));
        (after[0].FileName, after[^1].FileName).Should().Be(("scan 2.pdf", "scan 101.pdf"));
    }

    [Fact]
    public async Task Another_merchants_files_do_not_show_and_with_the_module_off_nothing_waits()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        await db.WaitingFileAsync(off);

        (await db.Get<ListUnmatchedFiles>().HandleAsync(fpy.Viewer, default)).Value.Should().BeEmpty();
        (await db.Get<ListUnmatchedFiles>().HandleAsync(off.Viewer, default)).Refusal!.Code.Should().Be("module.off");
    }
}
