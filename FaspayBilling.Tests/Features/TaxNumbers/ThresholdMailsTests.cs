using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxNumbers;

/// <summary>When a mail goes out as the count changes (docs/rules.md 7).</summary>
public sealed class ThresholdMailsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_documented_example_limit_4_available_5_one_generated_4_left_one_mail_to_every_address(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync(settings: s => s.NotificationAddresses = ["tax@fpy.example", "boss@fpy.example"]);
        await fpy.AvailableNumbersAsync(2026, 5);
        (await db.Get<SaveThreshold>().HandleAsync(fpy.Admin, "4", active: true, 0, default)).Ok.Should().BeTrue();
        (await db.MailsAsync()).Should().BeEmpty("5 is above the limit");

        await db.TakeOneAsync(fpy);

        var mails = await db.MailsAsync();
        mails.Select(m => m.To).Should().Equal("tax@fpy.example", "boss@fpy.example");
        mails.Select(m => m.MessageId).Should().OnlyHaveUniqueItems();
        mails.Should().AllSatisfy(m =>
        {
            m.Should().BeEquivalentTo(new
            {
                State = MailState.Waiting,
                Kind = MailKind.Threshold,
                MerchantId = fpy.Id,
                Attempts = 0,
                Subject = "PT FPY Indonesia: 4 E-Faktur No left for 2026"
            });
            m.Text.Should().Contain("Threshold Limit: 4").And
                .Contain("Available numbers: 4").And
                .Contain("Year Period: 2026").And
                .Contain("/e-faktur/numbers");
        });
        (await db.HistoryAsync())[^1].What().Should().Be("4 E-Faktur No left for 2026: mail to tax@fpy.example, boss@fpy.example");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Once_at_the_limit_once_more_at_zero_and_armed_again_above(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync(settings: s => s.NotificationAddresses = ["tax@fpy.example"]);
        await fpy.AvailableNumbersAsync(2026, 4);
        await fpy.ThresholdAsync(2);

        await db.TakeOneAsync(fpy);
        await MailedAsync(0, "3 are left");
        var taken = await db.TakeOneAsync(fpy);
        await MailedAsync(1, "2 are left: equal counts");
        await db.TakeOneAsync(fpy);
        await MailedAsync(1, "1 is left, and that they run low was said");
        await db.TakeOneAsync(fpy);
        await MailedAsync(2, "none is left");
        await db.GiveBackAsync(fpy, taken);
        await MailedAsync(2, "1 is left, still at or below the limit");
        await db.TakeOneAsync(fpy);
        await MailedAsync(2, "that none is left was said since it last rose above the limit");

        (await db.Get<AddRange>().HandleAsync(fpy.Finance, new RangeInput(2026, "000-26.50000001", "000-26.50000003"), default)).Ok
            .Should().BeTrue();
        await MailedAsync(2, "3 are available: above the limit it is armed again");
        await db.TakeOneAsync(fpy);
        await MailedAsync(3, "2 are left");

        async Task MailedAsync(int mails, string because) => (await db.MailsAsync()).Should().HaveCount(mails, because);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Editing_and_deleting_ranges_are_changes_of_the_count_too(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync(settings: s => s.NotificationAddresses = ["tax@fpy.example"]);
        var range = await fpy.AvailableNumbersAsync(2026, 10, "000-26.00000001");
        await fpy.ThresholdAsync(5);

        await db.Get<EditRange>().HandleAsync(fpy.Finance, range.Id, range.Version, "000-26.00000001", "000-26.00000005", default);
        (await db.MailsAsync()).Should().ContainSingle().Which.Subject.Should().Contain("5 E-Faktur No left");
        await db.Get<DeleteRange>().HandleAsync(fpy.Finance, range.Id, range.Version + 1, default);
        (await db.MailsAsync()).Should().HaveCount(2);
        (await db.MailsAsync())[1].Subject.Should().Contain("no E-Faktur No left");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Numbers_of_other_years_do_not_count(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync(settings: s => s.NotificationAddresses = ["tax@fpy.example"]);
        await fpy.AvailableNumbersAsync(2025, 100);
        await fpy.AvailableNumbersAsync(2027, 100);
        await fpy.AvailableNumbersAsync(2026, 3);
        await fpy.ThresholdAsync(2);

        await db.TakeOneAsync(fpy);

        (await db.MailsAsync()).Should().ContainSingle().Which.Subject.Should().Contain("2 E-Faktur No left for 2026");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Not_active_or_never_set_there_is_no_mail_whatever_the_count(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var quiet = await db.Given.MerchantAsync("QUI", settings: s => s.NotificationAddresses = ["tax@quiet.example"]);
        var unset = await db.Given.MerchantAsync("UNS", settings: s => s.NotificationAddresses = ["tax@unset.example"]);
        await quiet.AvailableNumbersAsync(2026, 1);
        await unset.AvailableNumbersAsync(2026, 1);
        await quiet.ThresholdAsync(100, active: false);

        await db.TakeOneAsync(quiet);
        await db.TakeOneAsync(unset);

        (await db.MailsAsync()).Should().BeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_an_address_the_history_says_so_and_the_mail_goes_out_when_one_is_named(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 5);
        await fpy.ThresholdAsync(4);

        await db.TakeOneAsync(fpy);
        (await db.MailsAsync()).Should().BeEmpty();
        (await db.HistoryAsync())[^1].What().Should().Contain("4 E-Faktur No left for 2026").And.Contain("no mail could go out");

        var settings = (await db.Get<ReadBillingSettings>().HandleAsync(fpy.Admin, default)).Value;
        (await db.Get<SaveNotifications>().HandleAsync(fpy.Admin, "tax@fpy.example", settings.Version, default)).Ok.Should().BeTrue();
        (await db.MailsAsync()).Should().ContainSingle().Which.To.Should().Be("tax@fpy.example");

        await db.TakeOneAsync(fpy);
        (await db.MailsAsync()).Should().HaveCount(1, "it was said");
    }
}
