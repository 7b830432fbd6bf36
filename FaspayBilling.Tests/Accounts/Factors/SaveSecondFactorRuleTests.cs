using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Accounts.Factors;

public sealed class SaveSecondFactorRuleTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Sessions_of_whom_it_covers_end_unless_they_have_a_factor(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var (fpy, other) = (await db.Given.MerchantAsync(), await db.Given.MerchantAsync("T8V"));
        var admin = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        var second = await db.UserAsync(fpy, "ayu@fpy.example", Role.Admin);
        var withPasskey = await db.UserAsync(fpy, "agus@fpy.example", Role.Admin);
        var viewer = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var stranger = await db.UserAsync(other, "oki@t8v.example", Role.Admin);
        await db.AppAsync(admin);
        await db.PasskeyAsync(withPasskey);
        var by = await db.ProvedAsync(admin);
        Actor[] others = [await db.UnprovedAsync(withPasskey), await db.UnprovedAsync(stranger)];
        var (bare, plain) = (await db.UnprovedAsync(second), await db.UnprovedAsync(viewer));

        (await SaveAsync(db, by, SecondFactorRule.Admins)).Ok.Should().BeTrue();
        (await db.HoldsAsync(bare)).Should().BeFalse();
        (await db.HoldsAsync(plain)).Should().BeTrue("it asks Admins only");
        (await SaveAsync(db, by, SecondFactorRule.Everybody)).Ok.Should().BeTrue();
        (await db.HoldsAsync(plain)).Should().BeFalse();

        foreach (var actor in others.Append(by))
        {
            (await db.HoldsAsync(actor)).Should().BeTrue(actor.Name);
        }

        (await RuleOfAsync(db, fpy)).Should().Be(SecondFactorRule.Everybody);
        (await RuleOfAsync(db, other)).Should().Be(SecondFactorRule.Voluntary);
        (await db.HistoryAsync(fpy)).TakeLast(2)
            .Should().Equal("Second factor: Admins need one", "Second factor: everybody needs one");
    }

    [Theory]
    [InlineData(SecondFactorRule.Admins)]
    [InlineData(SecondFactorRule.Everybody)]
    public async Task An_admin_who_would_need_one_and_has_none_sets_it_up_first(SecondFactorRule rule)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var admin = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        var viewer = await db.UnprovedAsync(await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer));
        var by = await db.ProvedAsync(admin);

        (await SaveAsync(db, by, rule)).Refusal!.Code.Should().Be("merchant.second-factor-first");

        (await RuleOfAsync(db, fpy)).Should().Be(SecondFactorRule.Voluntary);
        (await db.HoldsAsync(by) && await db.HoldsAsync(viewer)).Should().BeTrue();
        await db.PasskeyAsync(admin);
        (await SaveAsync(db, by, rule)).Ok.Should().BeTrue();
    }

    [Theory]
    [InlineData(SecondFactorRule.Voluntary)]
    [InlineData(SecondFactorRule.Admins)]
    [InlineData(SecondFactorRule.Everybody)]
    public async Task It_can_always_be_left_to_everybody(SecondFactorRule before)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var by = await db.ProvedAsync(await db.UserAsync(fpy, "ada@fpy.example", Role.Admin));
        await db.RuleAsync(fpy, before);

        (await SaveAsync(db, by, SecondFactorRule.Voluntary)).Ok.Should().BeTrue();

        (await RuleOfAsync(db, fpy)).Should().Be(SecondFactorRule.Voluntary);
        (await db.HoldsAsync(by)).Should().BeTrue();
    }

    [Fact]
    public async Task Nobody_but_an_admin_who_proved_it_changes_it()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var admin = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        await db.PasskeyAsync(admin);

        (await SaveAsync(db, await db.UnprovedAsync(admin), SecondFactorRule.Everybody)).Refusal!.Code.Should().Be("session.prove");
        (await SaveAsync(db, fpy.Finance, SecondFactorRule.Everybody)).Refusal!.Code.Should().Be("not-allowed");

        (await RuleOfAsync(db, fpy)).Should().Be(SecondFactorRule.Voluntary);
    }

    private static Task<Outcome> SaveAsync(TestDb db, Actor actor, SecondFactorRule rule) =>
        db.Get<SaveSecondFactorRule>().HandleAsync(actor, rule, default);

    private static Task<SecondFactorRule> RuleOfAsync(TestDb db, GivenMerchant merchant) =>
        db.ReadAsync(d => d.Set<Merchant>().Where(m => m.Id == merchant.Id).Select(m => m.SecondFactorRule).SingleAsync());
}
