using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;
using static FaspayBilling.Tests.Accounts.GivenLink;

namespace FaspayBilling.Tests.Accounts;

public sealed class CompleteSetupTests
{
    private static readonly SetupRequest Good = new("", "Toko Baru", "tkb", "Budi", "budi@tkb.example", DemoAccess.Password);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_set_up_link_makes_one_merchant_with_its_admin(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var link = SecretOf((await db.Get<OfferSetup>().WhenEmptyAsync(default))!);

        (await db.Get<CompleteSetup>().HandleAsync(Good with { Link = link }, default)).Ok.Should().BeTrue();
        var again = await db.Get<CompleteSetup>().HandleAsync(Good with { Link = link, Code = "TK2", Email = "two@tkb.example" }, default);

        again.Refusal!.Code.Should().Be("user.link");
        var merchant = await db.ReadAsync(d => d.Set<Merchant>().SingleAsync());
        merchant.Should().BeEquivalentTo(new { Name = "Toko Baru", Code = "TKB" });
        (await db.ReadAsync(d => d.Set<User>().SingleAsync()))
            .Should().BeEquivalentTo(new { MerchantId = merchant.Id, Name = "Budi", Role = Role.Admin });
    }

    [Fact]
    public async Task The_merchant_has_its_settings_its_threshold_and_a_first_line_of_history()
    {
        await using var db = await TestDb.MakeAsync();
        var link = SecretOf(await db.Get<OfferSetup>().HandleAsync(default));

        await db.Get<CompleteSetup>().HandleAsync(
            Good with { Link = link, Language = Language.Indonesian, From = UserData.Office }, default);

        var merchant = await db.ReadAsync(d => d.Set<Merchant>().SingleAsync());
        merchant.Language.Should().Be(Language.Indonesian);
        (await db.ReadAsync(d => d.Set<User>().SingleAsync())).Language.Should().Be(Language.Indonesian);
        (await db.ReadAsync(d => d.Set<BillingSettings>().SingleAsync())).MerchantId.Should().Be(merchant.Id);
        (await db.ReadAsync(d => d.Set<Threshold>().SingleAsync())).MerchantId.Should().Be(merchant.Id);
        var line = (await db.HistoryAsync()).Should().ContainSingle(h => h.MerchantId == merchant.Id).Subject;
        (line.Who, line.What()).Should().Be(("Budi", "Set up Toko Baru (TKB) with budi@tkb.example as Admin"));
        (line.Address, line.Browser).Should().Be((UserData.Office.Address, UserData.Office.Browser));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_link_used_twice_at_once_makes_one_merchant(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var link = SecretOf(await db.Get<OfferSetup>().HandleAsync(default));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            Task.Run(() => db.Get<CompleteSetup>()
                .HandleAsync(Good with { Link = link, Code = $"TK{i}", Email = $"b{i}@tkb.example" }, default))));

        outcomes.Should().ContainSingle(o => o.Ok);
        (await db.ReadAsync(d => d.Set<Merchant>().CountAsync())).Should().Be(1);
    }

    [Theory]
    [InlineData(24 * 60 * 60 - 1, true)]
    [InlineData(24 * 60 * 60, false)]
    public async Task A_set_up_link_is_good_for_24_hours(int seconds, bool good)
    {
        await using var db = await TestDb.MakeAsync();
        var link = SecretOf(await db.Get<OfferSetup>().HandleAsync(default));

        db.Clock.Advance(TimeSpan.FromSeconds(seconds));

        (await db.Get<CompleteSetup>().WhyNotAsync(link, default) is null).Should().Be(good);
        (await db.Get<CompleteSetup>().HandleAsync(Good with { Link = link }, default)).Ok.Should().Be(good);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_its_field_and_the_link_stays_good()
    {
        await using var db = await TestDb.MakeAsync();
        await db.Given.MerchantAsync("TKB");
        var link = SecretOf(await db.Get<OfferSetup>().HandleAsync(default));
        var setup = db.Get<CompleteSetup>();

        var wrong = await setup.HandleAsync(new SetupRequest(link, "", "!", "", "x", "y"), default);
        var taken = await setup.HandleAsync(Good with { Link = link }, default);

        wrong.Refusals.Select(r => (r.Code, r.Field)).Should().Equal(
            ("merchant.name", "MerchantName"), ("merchant.code", "Code"), ("user.name", "Name"), ("user.email", "Email"),
            ("user.password", "Password"));
        taken.Refusal!.Code.Should().Be("merchant.code-taken");
        (await setup.HandleAsync(Good with { Link = link, Code = "TK2" }, default)).Ok.Should().BeTrue();
    }

    [Theory]
    [InlineData("Toko Baru 2026")]
    [InlineData("TKB-2026-2026")]
    [InlineData("budi@tkb.example")]
    public async Task A_password_is_not_made_of_the_merchant_that_it_comes_with(string password)
    {
        await using var db = await TestDb.MakeAsync();
        var link = SecretOf(await db.Get<OfferSetup>().HandleAsync(default));

        (await db.Get<CompleteSetup>().HandleAsync(Good with { Link = link, Password = password }, default)).Refusal
            .Should().Be(UserRefusals.UserPasswordOwn);
        (await db.ReadAsync(d => d.Set<Merchant>().CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task An_address_that_signs_in_elsewhere_makes_neither_user_nor_merchant()
    {
        await using var db = await TestDb.MakeAsync();
        await db.UserAsync(await db.Given.MerchantAsync(), "Budi@TKB.example", Role.Viewer);
        var link = SecretOf(await db.Get<OfferSetup>().HandleAsync(default));

        (await db.Get<CompleteSetup>().HandleAsync(Good with { Link = link }, default)).Refusal.Should().Be(UserRefusals.UserEmailTaken);
        (await db.ReadAsync(d => d.Set<Merchant>().CountAsync())).Should().Be(1);
        (await db.Get<CompleteSetup>().WhyNotAsync(link, default)).Should().BeNull("it can be tried again with another address");
    }
}
