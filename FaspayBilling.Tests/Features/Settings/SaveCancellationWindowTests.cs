using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Settings;

public sealed class SaveCancellationWindowTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("8761")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("8.761")]
    [InlineData("87.60")]
    [InlineData("three")]
    public async Task A_window_that_is_no_number_of_hours_is_refused(string hours)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        (await db.Get<SaveCancellationWindow>().HandleAsync(fpy.Admin, hours, 0, default)).Refusal
            .Should().BeEquivalentTo(new { Code = "settings.window", Field = "Window" });
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("8760", 8_760)]
    [InlineData("8.760", 8_760)]
    public async Task An_hour_and_a_year_are_its_ends(string typed, int hours)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        (await db.Get<SaveCancellationWindow>().HandleAsync(fpy.Admin, typed, 0, default)).Ok.Should().BeTrue();
        (await HoursAsync(db, fpy)).Should().Be(hours);
    }

    [Fact]
    public async Task No_window_means_no_limit()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync(settings: s => s.CancellationWindowHours = 72);

        (await db.Get<SaveCancellationWindow>().HandleAsync(fpy.Admin, " ", 0, default)).Ok.Should().BeTrue();
        (await HoursAsync(db, fpy)).Should().BeNull();
    }

    [Fact]
    public async Task Only_an_admin_saves_over_what_was_read_and_the_attempt_is_in_the_history()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync(settings: s => s.CancellationWindowHours = 72);
        var save = db.Get<SaveCancellationWindow>();

        (await save.HandleAsync(fpy.Finance, "", 0, default)).Refusal!.Code.Should().Be("not-allowed");
        (await save.HandleAsync(fpy.Admin, "", 7, default)).Refusal!.Code.Should().Be("changed-elsewhere");

        (await HoursAsync(db, fpy)).Should().Be(72);
        (await db.HistoryAsync()).Select(h => (h.Who, h.RefusalCode)).Should().Equal((fpy.Finance.Name, "not-allowed"));
    }

    private static async Task<int?> HoursAsync(TestDb db, GivenMerchant merchant) =>
        (await db.Get<ReadBillingSettings>().HandleAsync(merchant.Admin, default)).Value.WindowHours;
}
