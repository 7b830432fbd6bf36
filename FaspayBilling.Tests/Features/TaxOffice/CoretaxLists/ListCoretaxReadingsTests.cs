using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;

public sealed class ListCoretaxReadingsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_newest_comes_first_with_what_it_did_and_who_undid_it(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        var first = await db.ReadBackAsync(
            fpy, CoretaxFile.Row("04002600000000001", "APPROVED", invoice.Number), CoretaxFile.Row("04002600000000002", "APPROVED", "x"));
        await db.ReadBackAsync(fpy, CoretaxFile.Row("04002600000000003", "APPROVED", "x"));
        await db.Get<UndoCoretaxList>().HandleAsync(fpy.Admin, first.ReadingId!.Value, default);

        var rows = (await db.Get<ListCoretaxReadings>().HandleAsync(fpy.Viewer, 10, default)).Value;

        rows.Select(r => (r.Rows, r.Changed, r.Waiting, r.UndoneBy)).Should().Equal((1, 0, 1, null), (2, 1, 1, fpy.Admin.Name));
        rows[1].Should().BeEquivalentTo(new { FileName = "list.xlsx", By = fpy.Finance.Name, At = db.Clock.GetUtcNow().UtcDateTime });
        (await db.Get<ListCoretaxReadings>().HandleAsync(fpy.Viewer, 1, default)).Value.Should().HaveCount(2);
    }

    [Fact]
    public async Task Without_the_module_there_are_none()
    {
        await using var db = await TestDb.MakeAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);

        (await db.Get<ListCoretaxReadings>().HandleAsync(off.Finance, 1, default)).Refusal!.Code.Should().Be("module.off");
    }
}
