using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxNumbers;

public sealed class ReadThresholdTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Never_set_it_is_zero_and_counts_the_own_numbers_of_the_current_year(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 5);
        await fpy.AvailableNumbersAsync(2026, 2);
        await fpy.AvailableNumbersAsync(2025, 7);
        await (await db.Given.MerchantAsync("OTH")).AvailableNumbersAsync(2026, 9);

        (await ReadAsync(db, fpy)).Should().BeEquivalentTo(new
        {
            Limit = 0,
            Active = false,
            Version = 0,
            Year = 2026,
            Available = 7L,
            Addresses = Array.Empty<string>(),
            Notified = ThresholdNotified.None,
            LastMail = (ThresholdMailState?)null,
            Reached = false
        });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Reached_it_tells_what_was_said_and_how_far_the_newest_mail_came(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync(settings: s => s.NotificationAddresses = ["tax@fpy.example"]);
        await fpy.AvailableNumbersAsync(2026, 5);
        await fpy.ThresholdAsync(4);

        await db.TakeOneAsync(fpy);

        (await ReadAsync(db, fpy)).Should().BeEquivalentTo(new
        {
            Limit = 4,
            Active = true,
            Available = 4L,
            Notified = ThresholdNotified.Limit,
            LastMail = new ThresholdMailState(MailState.Waiting, null),
            Reached = true
        });
    }

    [Fact]
    public async Task In_the_new_year_only_its_numbers_count_and_nothing_was_said_yet()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync(settings: s => s.NotificationAddresses = ["tax@fpy.example"]);
        await fpy.AvailableNumbersAsync(2026, 5);
        await fpy.AvailableNumbersAsync(2027, 8);
        await fpy.ThresholdAsync(4);
        await db.TakeOneAsync(fpy);

        db.Clock.Advance(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(7)) - db.Clock.GetUtcNow());

        (await ReadAsync(db, fpy)).Should().BeEquivalentTo(
            new { Year = 2027, Available = 8L, Notified = ThresholdNotified.None, LastMail = (ThresholdMailState?)null, Reached = false });
    }

    [Fact]
    public async Task With_the_module_off_it_says_so()
    {
        await using var db = await TestDb.MakeAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);

        (await db.Get<ReadThreshold>().HandleAsync(off.Admin, default)).Refusal!.Code.Should().Be("module.off");
    }

    private static async Task<ThresholdView> ReadAsync(TestDb db, GivenMerchant merchant) =>
        (await db.Get<ReadThreshold>().HandleAsync(merchant.Viewer, default)).Value;
}
