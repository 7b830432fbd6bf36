using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.Exports;

public sealed class ListExportsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_newest_comes_first_and_one_more_than_the_most_when_there_are_more(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000001");
        var first = (await db.Get<MakeExport>().HandleAsync(fpy.Finance, TaxChannel.Desktop, [invoice.Id], default)).Value;
        db.Clock.Advance(TimeSpan.FromHours(1));
        var second = (await db.Get<MakeExport>().HandleAsync(fpy.Admin, TaxChannel.Coretax, [invoice.Id], default)).Value;
        db.Clock.Advance(TimeSpan.FromHours(1));
        var third = (await db.Get<MakeExport>().HandleAsync(fpy.Admin, TaxChannel.Desktop, [invoice.Id], default)).Value;

        var all = (await db.Get<ListExports>().HandleAsync(fpy.Viewer, 10, default)).Value;

        all.Select(e => e.Id).Should().Equal(third.Id, second.Id, first.Id);
        all[1].Should().Be(
            new ExportRow(
                second.Id,
                "coretax-FPY-2026-11-20261116-100000.xml",
                TaxChannel.Coretax,
                1,
                db.Clock.GetUtcNow().UtcDateTime.AddHours(-1),
                fpy.Admin.Name));
        (await db.Get<ListExports>().HandleAsync(fpy.Viewer, 1, default)).Value.Select(e => e.Id).Should().Equal(third.Id, second.Id);
    }

    [Fact]
    public async Task Of_two_in_the_same_moment_the_later_one_comes_first()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000001");
        var first = (await db.Get<MakeExport>().HandleAsync(fpy.Finance, TaxChannel.Desktop, [invoice.Id], default)).Value;
        var second = (await db.Get<MakeExport>().HandleAsync(fpy.Finance, TaxChannel.Desktop, [invoice.Id], default)).Value;

        (await db.Get<ListExports>().HandleAsync(fpy.Viewer, 10, default)).Value.Select(e => e.Id).Should().Equal(second.Id, first.Id);
    }

    [Fact]
    public async Task Another_merchants_exports_do_not_show_and_with_the_module_off_nobodys_do()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var other = await db.ExporterAsync("OTH");
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        var theirs = await other.ExportableAsync("000-26.00000001");
        await db.Get<MakeExport>().HandleAsync(other.Finance, TaxChannel.Desktop, [theirs.Id], default);

        (await db.Get<ListExports>().HandleAsync(fpy.Finance, 10, default)).Value.Should().BeEmpty();
        (await db.Get<ListExports>().HandleAsync(off.Finance, 1, default)).Refusal!.Code.Should().Be("module.off");
    }
}
