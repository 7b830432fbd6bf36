using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Features.TaxNumbers;

public sealed class CheckNewYearTests
{
    private static readonly DateTimeOffset NewYear = new(2026, 12, 31, 17, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_new_year_begins_in_Jakarta_and_is_checked_once(Database database)
    {
        await using var db = await TestDb.MakeAsync(database, new FakeTimeProvider(NewYear.AddHours(-3)));
        var fpy = await db.Given.MerchantAsync(settings: s => s.NotificationAddresses = ["tax@fpy.example"]);
        await fpy.AvailableNumbersAsync(2026, 100);
        await fpy.AvailableNumbersAsync(2027, 3);
        await fpy.ThresholdAsync(4);
        await CheckAsync(db, NewYear.AddMilliseconds(-1));
        (await db.MailsAsync()).Should().BeEmpty("in Jakarta it is still 2026");

        await CheckAsync(db, NewYear);
        await CheckAsync(db, NewYear.AddMinutes(1));

        (await db.MailsAsync()).Should().ContainSingle().Which.Subject.Should().Contain("3 E-Faktur No left for 2027");
        (await db.HistoryAsync()).Should().ContainSingle().Which.Who.Should().Be("FaspayBilling");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_said_of_the_old_year_does_not_silence_the_new_one(Database database)
    {
        await using var db = await TestDb.MakeAsync(database, new FakeTimeProvider(NewYear.AddHours(-3)));
        var fpy = await db.Given.MerchantAsync(settings: s => s.NotificationAddresses = ["tax@fpy.example"]);
        await fpy.AvailableNumbersAsync(2026, 1);
        await fpy.ThresholdAsync(4);
        await db.TakeOneAsync(fpy);

        await CheckAsync(db, NewYear);

        (await db.MailsAsync()).Select(m => m.Subject[^8..]).Should().Equal("for 2026", "for 2027");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Enough_numbers_or_no_active_threshold_mail_nothing(Database database)
    {
        await using var db = await TestDb.MakeAsync(database, new FakeTimeProvider(NewYear.AddHours(-3)));
        var rich = await db.Given.MerchantAsync("RIC", settings: s => s.NotificationAddresses = ["tax@rich.example"]);
        var quiet = await db.Given.MerchantAsync("QUI", settings: s => s.NotificationAddresses = ["tax@quiet.example"]);
        await rich.AvailableNumbersAsync(2027, 5);
        await rich.ThresholdAsync(4);
        await quiet.ThresholdAsync(4, active: false);

        await CheckAsync(db, NewYear);

        (await db.MailsAsync()).Should().BeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_merchant_without_the_module_is_not_bothered_until_it_is_on_again(Database database)
    {
        await using var db = await TestDb.MakeAsync(database, new FakeTimeProvider(NewYear.AddHours(-3)));
        var off = await db.Given.MerchantAsync(
            "OFF", settings: s => (s.EFakturModule, s.NotificationAddresses) = (false, ["tax@off.example"]));
        await off.ThresholdAsync(4);

        await CheckAsync(db, NewYear);
        (await db.MailsAsync()).Should().BeEmpty();

        await db.ReadAsync(d => d.Set<BillingSettings>().ExecuteUpdateAsync(s => s.SetProperty(b => b.EFakturModule, true)));
        await CheckAsync(db, NewYear.AddMinutes(1));
        (await db.MailsAsync()).Should().ContainSingle();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_merchant_whose_check_breaks_keeps_no_other_from_its_turn(Database database)
    {
        await using var db = await TestDb.MakeAsync(database, new FakeTimeProvider(NewYear.AddHours(-3)));
        foreach (var code in new[] { "ONE", BrokenMerchant.Code, "TWO" })
        {
            var merchant = await db.Given.MerchantAsync(code, settings: s => s.NotificationAddresses = [$"tax@{code}.example"]);
            await merchant.ThresholdAsync(4);
        }

        await db.BreakAsync("ThresholdStates");

        await FluentActions.Awaiting(() => CheckAsync(db, NewYear)).Should().ThrowAsync<AggregateException>();

        (await db.MailsAsync()).Select(m => m.To).Should().BeEquivalentTo("tax@ONE.example", "tax@TWO.example");
    }

    private static Task CheckAsync(TestDb db, DateTimeOffset at)
    {
        db.Clock.SetUtcNow(at);
        return db.Get<CheckNewYear>().HandleAsync(default);
    }
}
