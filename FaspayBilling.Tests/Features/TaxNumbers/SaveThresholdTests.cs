using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxNumbers;

public sealed class SaveThresholdTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_saved_is_read_again(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync(settings: s => s.NotificationAddresses = ["tax@fpy.example"]);
        await fpy.AvailableNumbersAsync(2026, 5);

        (await SaveAsync(db, fpy.Admin, " 30 ", active: false)).Should().Be(Outcome.Done);
        (await SaveAsync(db, fpy.Admin, "4")).Should().Be(Outcome.Done);

        (await ReadAsync(db, fpy.Viewer)).Should().BeEquivalentTo(
            new { Limit = 4, Active = true, Year = 2026, Available = 5L, Addresses = new[] { "tax@fpy.example" }, Reached = false });
        (await db.HistoryAsync()).Select(h => h.What())
            .Should().Equal("Threshold set from 0 to 30, not active", "Threshold set from 30 to 4, active");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Zero_and_a_million_are_its_ends(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        (await SaveAsync(db, fpy.Admin, "0")).Ok.Should().BeTrue();
        (await SaveAsync(db, fpy.Admin, "1000000")).Ok.Should().BeTrue();

        (await ReadAsync(db, fpy.Admin)).Limit.Should().Be(1_000_000);
        (await SaveAsync(db, fpy.Admin, "0")).Ok.Should().BeTrue();
        (await SaveAsync(db, fpy.Admin, "1.000.000")).Ok.Should().BeTrue("the refusal writes it so");

        (await ReadAsync(db, fpy.Admin)).Limit.Should().Be(1_000_000);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_not_a_whole_number_within_them_is_refused_at_the_field(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        foreach (var typed in new[]
        {
            "", " ", "abc", "-1", "+4", "1000001", "99999999999999999999", "4.0", "1.00", "1.000.001", "1,000", "4 0", "0x4", "٤"
        })
        {
            (await SaveAsync(db, fpy.Admin, typed)).Refusals
                .Should().ContainSingle("“{0}” was typed", typed).Which
                .Should().BeEquivalentTo(new { Code = "threshold.limit", Field = "Limit" });
        }

        (await db.ReadAsync(d => d.Set<Threshold>().CountAsync())).Should().Be(0);
        (await db.HistoryAsync()).Should().BeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Saving_while_numbers_are_low_mails_at_once_each_time(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync(settings: s => s.NotificationAddresses = ["tax@fpy.example"]);
        await fpy.AvailableNumbersAsync(2026, 5);

        await SaveAsync(db, fpy.Admin, "5");
        (await db.MailsAsync()).Should().HaveCount(1);
        await SaveAsync(db, fpy.Admin, "5");
        (await db.MailsAsync()).Should().HaveCount(2);
        await SaveAsync(db, fpy.Admin, "5", active: false);
        (await db.MailsAsync()).Should().HaveCount(2, "it is not active");
        await SaveAsync(db, fpy.Admin, "4");
        (await db.MailsAsync()).Should().HaveCount(2, "5 is above 4");
        await db.TakeOneAsync(fpy);
        (await db.MailsAsync()).Should().HaveCount(3, "saving above the limit armed it");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Switched_on_while_none_is_left_it_says_none_once(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync(settings: s => s.NotificationAddresses = ["tax@fpy.example"]);

        await SaveAsync(db, fpy.Admin, "0");

        (await db.MailsAsync()).Should().ContainSingle().Which.Subject.Should().Contain("no E-Faktur No left for 2026");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_an_Admin_saves_and_only_with_the_module_on(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY");
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);

        (await SaveAsync(db, fpy.Viewer, "4", version: 0)).Refusal!.Code.Should().Be("not-allowed");
        (await SaveAsync(db, fpy.Finance, "4", version: 0)).Refusal!.Code.Should().Be("not-allowed");
        (await SaveAsync(db, off.Admin, "4", version: 0)).Refusal!.Code.Should().Be("module.off");

        (await db.ReadAsync(d => d.Set<Threshold>().CountAsync())).Should().Be(0);
        (await db.HistoryAsync()).Select(h => (h.Who, h.RefusalCode))
            .Should().Equal(("Vera Viewer", "not-allowed"), ("Fina Finance", "not-allowed"), ("Ada Admin", "module.off"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_typed_over_an_older_setting_is_told_so(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await SaveAsync(db, fpy.Admin, "30", version: 0);

        (await SaveAsync(db, fpy.Admin, "4", version: 0)).Refusal!.Code.Should().Be("changed-elsewhere");
        var read = await ReadAsync(db, fpy.Admin);
        await SaveAsync(db, fpy.Admin, "29", version: read.Version);
        (await SaveAsync(db, fpy.Admin, "4", version: read.Version)).Refusal!.Code.Should().Be("changed-elsewhere");

        (await ReadAsync(db, fpy.Admin)).Limit.Should().Be(29);
    }

    private static async Task<ThresholdView> ReadAsync(TestDb db, Actor actor) =>
        (await db.Get<ReadThreshold>().HandleAsync(actor, default)).Value;

    private static async Task<Outcome> SaveAsync(TestDb db, Actor actor, string limit, bool active = true, int? version = null) =>
        await db.Get<SaveThreshold>().HandleAsync(actor, limit, active, version ?? (await ReadAsync(db, actor)).Version, default);
}
