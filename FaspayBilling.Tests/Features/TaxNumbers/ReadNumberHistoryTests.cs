using FaspayBilling.Core.Features.Audit;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxNumbers;

public sealed class ReadNumberHistoryTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task It_tells_of_ranges_and_the_threshold_and_of_nothing_else_the_newest_first(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await db.Get<AddRange>().HandleAsync(fpy.Finance, new(2026, "000-26.00000001", "000-26.00000100"), default);
        await db.Get<SaveCancellationWindow>().HandleAsync(fpy.Admin, "72", 0, default);
        await db.Get<SaveThreshold>().HandleAsync(fpy.Finance, "4", active: true, 0, default);
        await db.Get<SaveThreshold>().HandleAsync(fpy.Admin, "4", active: true, 0, default);

        var lines = await ReadAsync(db, fpy);

        lines.Select(l => (l.Who, l.Refused)).Should().Equal(("Ada Admin", false), ("Fina Finance", true), ("Fina Finance", false));
        (lines[0].What(), lines[2].What()).Should().Be(
            ("Threshold set from 0 to 4, active", "Range 000-26.00000001 to 000-26.00000100 added for 2026, 100 numbers"));
    }

    [Fact]
    public async Task Only_the_newest_30_lines_are_read()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        for (var limit = 1; limit <= 31; limit++)
        {
            (await db.Get<SaveThreshold>().HandleAsync(fpy.Admin, $"{limit}", active: false, limit - 1, default)).Ok.Should().BeTrue();
        }

        var lines = await ReadAsync(db, fpy);

        lines.Should().HaveCount(30);
        (lines[0].What(), lines[^1].What())
            .Should().Be(("Threshold set from 30 to 31, not active", "Threshold set from 1 to 2, not active"));
    }

    [Fact]
    public async Task Another_merchants_lines_do_not_show_and_with_the_module_off_nobodys_do()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var other = await db.Given.MerchantAsync("OTH");
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        await db.Get<SaveThreshold>().HandleAsync(other.Admin, "4", active: true, 0, default);

        (await ReadAsync(db, fpy)).Should().BeEmpty();
        (await ReadAsync(db, other)).Should().NotBeEmpty();
        (await db.Get<ReadNumberHistory>().HandleAsync(off.Admin, default)).Refusal!.Code.Should().Be("module.off");
    }

    private static async Task<IReadOnlyList<HistoryLine>> ReadAsync(TestDb db, GivenMerchant merchant) =>
        (await db.Get<ReadNumberHistory>().HandleAsync(merchant.Viewer, default)).Value;
}
