using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Settings;

public sealed class SaveFeaturesTests
{
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

    [Fact]
    public async Task Only_an_admin_saves_and_the_attempt_is_in_the_history()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        (await db.Get<SaveFeatures>().HandleAsync(fpy.Finance, false, false, TaxChannel.Desktop, 0, default)).Refusal!.Code
            .Should().Be("not-allowed");

        (await db.Get<ReadBillingSettings>().HandleAsync(fpy.Admin, default)).Value.EFakturModule.Should().BeTrue();
        (await db.HistoryAsync()).Select(h => (h.Who, h.RefusalCode)).Should().Equal((fpy.Finance.Name, "not-allowed"));
    }
}
