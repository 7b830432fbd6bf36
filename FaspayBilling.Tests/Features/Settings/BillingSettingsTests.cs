using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Settings;

public sealed class BillingSettingsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Each_part_is_saved_read_back_and_in_the_history(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        (await db.Get<SaveFeatures>().HandleAsync(fpy.Admin, false, true, TaxChannel.Both, await VersionAsync(db, fpy), default)).Ok
            .Should().BeTrue();
        (await db.Get<SaveNotifications>()
            .HandleAsync(fpy.Admin, " a@fpy.example \r\n\nA@FPY.example\nb@fpy.example", await VersionAsync(db, fpy), default)).Ok
            .Should().BeTrue();
        (await db.Get<SaveCancellationWindow>().HandleAsync(fpy.Admin, " 72 ", await VersionAsync(db, fpy), default)).Ok.Should().BeTrue();

        (await ReadAsync(db, fpy)).Should().BeEquivalentTo(new
        {
            EFakturModule = false,
            WithholdingTax = true,
            Addresses = new[] { "a@fpy.example", "b@fpy.example" },
            WindowHours = 72,
            TaxChannel = TaxChannel.Both
        });
        (await db.HistoryAsync(fpy)).Should().Equal(
            "Features: E-Faktur Module off, withholding tax on, tax invoices by e-Faktur Desktop and Coretax",
            "Told when numbers run low: a@fpy.example, b@fpy.example",
            "Invoices can be cancelled within 72 hours after the issue");
    }

    [Fact]
    public async Task A_merchant_that_never_saved_any_has_the_defaults_and_can_save()
    {
        await using var db = await TestDb.MakeAsync();
        var merchant = await db.AddAsync(new Merchant { Name = "Toko", Code = "TKO" });
        var admin = new Actor(merchant.Id, null, "Ada", Role.Admin);

        var before = (await db.Get<ReadBillingSettings>().HandleAsync(admin, default)).Value;
        (await db.Get<SaveFeatures>().HandleAsync(admin, true, true, TaxChannel.Desktop, before.Version, default)).Ok.Should().BeTrue();
        (await db.Get<SaveFeatures>().HandleAsync(admin, true, false, TaxChannel.Desktop, before.Version, default)).Refusal!.Code
            .Should().Be("changed-elsewhere");
    }

    [Fact]
    public async Task Only_an_admin_reads_and_saves_and_the_attempt_is_in_the_history()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        Outcome[] outcomes =
        [
            await db.Get<ReadBillingSettings>().HandleAsync(fpy.Finance, default),
            await db.Get<ReadMerchant>().HandleAsync(fpy.Finance, default),
            await db.Get<SaveFeatures>().HandleAsync(fpy.Finance, false, false, TaxChannel.Desktop, 0, default),
            await db.Get<SaveNotifications>().HandleAsync(fpy.Finance, "", 0, default),
            await db.Get<SaveCancellationWindow>().HandleAsync(fpy.Finance, "", 0, default),
        ];

        outcomes.Select(o => o.Refusal!.Code).Should().AllBe("not-allowed");
        (await db.ReadAsync(d => d.Set<HistoryEntry>().Where(h => h.RefusalCode == "not-allowed").Select(h => h.Who).ToListAsync()))
            .Should().Equal(Enumerable.Repeat(fpy.Finance.Name, 3));
    }

    [Fact]
    public async Task The_history_of_a_subject_is_read_by_an_admin_newest_first_with_refused_attempts()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await db.Get<SaveCancellationWindow>().HandleAsync(fpy.Finance, "72", 0, default);
        await db.Get<SaveCancellationWindow>().HandleAsync(fpy.Admin, "72", 0, default);
        var read = db.Get<ReadSettingsHistory>();

        (await read.HandleAsync(fpy.Admin, HistorySubject.BillingSettings, default)).Value.Select(h => (h.Who, h.Refused))
            .Should().Equal((fpy.Admin.Name, false), (fpy.Finance.Name, true));
        (await read.HandleAsync(fpy.Admin, HistorySubject.User, default)).Value.Should().BeEmpty();
        (await read.HandleAsync((await db.Given.MerchantAsync("T8V")).Admin, HistorySubject.BillingSettings, default)).Value
            .Should().BeEmpty();
        (await read.HandleAsync(fpy.Finance, HistorySubject.BillingSettings, default)).Refusal!.Code.Should().Be("not-allowed");
    }

    [Fact]
    public async Task A_wrong_address_is_named_and_nothing_is_saved()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        var wrong = await db.Get<SaveNotifications>()
            .HandleAsync(fpy.Admin, "a@fpy.example\nnobody\nx@y", await VersionAsync(db, fpy), default);

        wrong.Refusals.Should().OnlyContain(r => r.Code == "settings.address" && r.Field == "Addresses");
        wrong.Refusals.Select(r => r.Sentence().Split('”')[0]).Should().Equal("“nobody", "“x@y");
        (await ReadAsync(db, fpy)).Addresses.Should().BeEmpty();
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

    [Theory]
    [InlineData("0")]
    [InlineData("8761")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("three")]
    public async Task A_window_that_is_no_number_of_hours_is_refused(string hours)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        (await db.Get<SaveCancellationWindow>().HandleAsync(fpy.Admin, hours, 0, default)).Refusal
            .Should().BeEquivalentTo(new { Code = "settings.window", Field = "Window" });
    }

    [Fact]
    public async Task No_window_means_no_limit()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync(settings: s => s.CancellationWindowHours = 72);

        (await db.Get<SaveCancellationWindow>().HandleAsync(fpy.Admin, " ", 0, default)).Ok.Should().BeTrue();
        (await ReadAsync(db, fpy)).WindowHours.Should().BeNull();
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
    public async Task With_the_module_off_nobody_is_told_until_it_is_on_again()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync(settings: s => s.EFakturModule = false);
        await fpy.AvailableNumbersAsync(2026, 3);
        await fpy.ThresholdAsync(4);

        await db.Get<SaveNotifications>().HandleAsync(fpy.Admin, "a@fpy.example", 0, default);
        var told = await db.ReadAsync(d => d.Set<OutboxMail>().CountAsync());
        await db.Get<SaveFeatures>().HandleAsync(fpy.Admin, true, false, TaxChannel.Desktop, 1, default);

        told.Should().Be(0);
        (await db.ReadAsync(d => d.Set<OutboxMail>().CountAsync())).Should().Be(1);
    }

    private static async Task<BillingSettingsView> ReadAsync(TestDb db, GivenMerchant merchant) =>
        (await db.Get<ReadBillingSettings>().HandleAsync(merchant.Admin, default)).Value;

    private static async Task<int> VersionAsync(TestDb db, GivenMerchant merchant) => (await ReadAsync(db, merchant)).Version;
}
