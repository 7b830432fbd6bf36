using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxNumbers;

public sealed class ListRangesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_list_shows_the_newest_year_first_and_what_is_left_of_each(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2023, 20, "000-22.12345601");
        await fpy.AvailableNumbersAsync(2026, 5, "000-26.00000051");
        await fpy.AvailableNumbersAsync(2026, 10, "000-26.00000001");
        await fpy.InvoiceAsync(taxNumber: "000-26.00000004");

        var rows = (await db.Get<ListRanges>().HandleAsync(fpy.Viewer, default)).Value;

        rows.Select(r => (r.Year, Start: r.Start.ToString(), r.Total, r.Available, r.StartFixed)).Should().Equal(
            (2026, "000-26.00000001", 10L, 9L, true), (2026, "000-26.00000051", 5L, 5L, false), (2023, "000-22.12345601", 20L, 20L, false));
    }

    [Fact]
    public async Task A_used_up_range_stays_in_the_list_with_nothing_left()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 1, "000-26.00000001");
        await fpy.InvoiceAsync(taxNumber: "000-26.00000001");

        (await db.Get<ListRanges>().HandleAsync(fpy.Viewer, default)).Value
            .Should().ContainSingle().Which.Should().BeEquivalentTo(new { Total = 1L, Available = 0L, StartFixed = true });
    }

    [Fact]
    public async Task Another_merchants_ranges_do_not_show_and_with_the_module_off_nobodys_do()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        await off.AvailableNumbersAsync(2026, 5);

        (await db.Get<ListRanges>().HandleAsync(fpy.Admin, default)).Value.Should().BeEmpty();
        (await db.Get<ListRanges>().HandleAsync(off.Admin, default)).Refusal!.Code.Should().Be("module.off");
    }
}
