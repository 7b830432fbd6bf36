using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

public sealed class DismissUnmatchedFileTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_dismissed_file_waits_no_longer_and_its_bytes_stay(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await db.UploadOneAsync(fpy.Finance, "other.pdf", Zip.Pdf("other"));
        var row = (await db.Get<ListUnmatchedFiles>().HandleAsync(fpy.Viewer, default)).Value.Single();

        (await DismissAsync(db, fpy.Viewer, row)).Should().Be("not-allowed");
        (await DismissAsync(db, fpy.Finance, row with { Version = row.Version + 1 })).Should().Be("changed-elsewhere");
        (await DismissAsync(db, fpy.Finance, row)).Should().BeNull();
        (await DismissAsync(db, fpy.Finance, row)).Should().Be("file.not-found");

        (await db.Get<ListUnmatchedFiles>().HandleAsync(fpy.Viewer, default)).Value.Should().BeEmpty();
        (await db.TaxFilesAsync()).Should().BeEmpty();
        (await db.Get<ReadUnmatchedFile>().HandleAsync(fpy.Viewer, row.Id, default)).Value
            .Should().BeEquivalentTo(new OpenedTaxFile("other.pdf", Zip.Pdf("other")));
    }

    [Fact]
    public async Task Who_dismissed_it_and_when_stays_with_it_and_in_the_history()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var file = await db.WaitingFileAsync(fpy);

        (await db.Get<DismissUnmatchedFile>().HandleAsync(fpy.Finance, file.Id, file.Version, default)).Ok.Should().BeTrue();

        (await db.ReadAsync(d => d.Set<UnmatchedFile>().SingleAsync()))
            .Should().BeEquivalentTo(new { SettledAt = (DateTime?)db.Clock.GetUtcNow().UtcDateTime, SettledBy = fpy.Finance.Name });
        var line = (await db.HistoryAsync()).Should().ContainSingle().Subject;
        line.Who.Should().Be(fpy.Finance.Name);
        line.What().Should().Contain("scan.pdf");
    }

    [Fact]
    public async Task Another_merchants_file_looks_like_none_and_with_the_module_off_nothing_is_dismissed()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        var file = await db.WaitingFileAsync(off);

        (await db.Get<DismissUnmatchedFile>().HandleAsync(fpy.Finance, file.Id, 0, default)).Refusal!.Code.Should().Be("file.not-found");
        (await db.Get<DismissUnmatchedFile>().HandleAsync(off.Finance, file.Id, 0, default)).Refusal!.Code.Should().Be("module.off");

        (await db.ReadAsync(d => d.Set<UnmatchedFile>().SingleAsync())).SettledAt.Should().BeNull();
    }

    private static async Task<string?> DismissAsync(TestDb db, Actor actor, UnmatchedRow row) =>
        (await db.Get<DismissUnmatchedFile>().HandleAsync(actor, row.Id, row.Version, default)).Refusal?.Code;
}
