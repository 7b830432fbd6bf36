using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Settings;

public sealed class SaveNotificationsTests
{
    [Fact]
    public async Task A_wrong_address_is_named_and_nothing_is_saved()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        var wrong = await db.Get<SaveNotifications>().HandleAsync(fpy.Admin, "a@fpy.example\nnobody\nx@y", 0, default);

        wrong.Refusals.Should().OnlyContain(r => r.Code == "settings.address" && r.Field == "Addresses");
        wrong.Refusals.Select(r => r.Sentence().Split('”')[0]).Should().Equal("“nobody", "“x@y");
        (await AddressesAsync(db, fpy)).Should().BeEmpty();
    }

    [Fact]
    public async Task Twenty_addresses_are_taken_and_no_more()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        string Lines(int count) => string.Join('\n', Enumerable.Range(1, count).Select(i => $"a{i}@fpy.example"));

        (await db.Get<SaveNotifications>().HandleAsync(fpy.Admin, Lines(21), 0, default)).Refusal
            .Should().Be(MerchantRefusals.SettingsTooManyAddresses);
        (await db.Get<SaveNotifications>().HandleAsync(fpy.Admin, Lines(20), 0, default)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task The_first_address_is_told_at_once_that_numbers_are_low()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 3);
        await fpy.ThresholdAsync(4);

        await db.Get<SaveNotifications>().HandleAsync(fpy.Admin, "a@fpy.example", 0, default);
        await db.Get<SaveNotifications>().HandleAsync(fpy.Admin, "a@fpy.example\nb@fpy.example", 1, default);

        (await db.ReadAsync(d => d.Set<OutboxMail>().Select(m => m.To).ToListAsync())).Should().Equal("a@fpy.example");
    }

    [Fact]
    public async Task No_address_at_all_tells_nobody_and_the_history_says_so()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync(settings: s => s.NotificationAddresses = ["a@fpy.example"]);

        (await db.Get<SaveNotifications>().HandleAsync(fpy.Admin, " \n ", 0, default)).Ok.Should().BeTrue();

        (await AddressesAsync(db, fpy)).Should().BeEmpty();
        (await db.HistoryAsync()).Should().ContainSingle().Which.Action.Should().Be("settings.addresses:none");
    }

    [Fact]
    public async Task Only_an_admin_saves_over_what_was_read_and_the_attempt_is_in_the_history()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync(settings: s => s.NotificationAddresses = ["a@fpy.example"]);
        var save = db.Get<SaveNotifications>();

        (await save.HandleAsync(fpy.Finance, "", 0, default)).Refusal!.Code.Should().Be("not-allowed");
        (await save.HandleAsync(fpy.Admin, "", 7, default)).Refusal!.Code.Should().Be("changed-elsewhere");

        (await AddressesAsync(db, fpy)).Should().Equal("a@fpy.example");
        (await db.HistoryAsync()).Select(h => (h.Who, h.RefusalCode)).Should().Equal((fpy.Finance.Name, "not-allowed"));
    }

    private static async Task<IReadOnlyList<string>> AddressesAsync(TestDb db, GivenMerchant merchant) =>
        (await db.Get<ReadBillingSettings>().HandleAsync(merchant.Admin, default)).Value.Addresses;
}
