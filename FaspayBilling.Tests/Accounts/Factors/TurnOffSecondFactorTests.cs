using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using Microsoft.AspNetCore.Identity;
using static FaspayBilling.Tests.Accounts.Factors.GivenFactors;

namespace FaspayBilling.Tests.Accounts.Factors;

public sealed class TurnOffSecondFactorTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_of_it_is_left_and_other_sessions_end(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var (user, key) = await WithAppAsync(db, fpy, Role.Viewer);
        (await db.CheckAsync(user, CodeOf(key))).Ok.Should().BeTrue();
        await db.PasskeyAsync(user);
        var (here, there) = (await db.ProvedAsync(user), await db.UnprovedAsync(user));
        var before = await db.UserAsync(user.Id);

        (await TurnOffAsync(db, here)).Ok.Should().BeTrue();

        var after = await db.UserAsync(user.Id);
        after.TwoFactorEnabled.Should().BeFalse();
        after.SecurityStamp.Should().NotBe(before.SecurityStamp);
        (await db.CountAsync<IdentityUserToken<long>>()).Should().Be(0);
        (await db.CountAsync<RecoveryCode>()).Should().Be(0);
        (await db.CountAsync<UsedCode>()).Should().Be(0);
        (await db.PasskeysAsync()).Should().ContainSingle("it is no part of it");
        (await db.HoldsAsync(here)).Should().BeTrue();
        (await db.HoldsAsync(there)).Should().BeFalse();
        (await db.HistoryAsync(fpy)).Should().EndWith("vina@fpy.example turned the second factor off");
        (await db.CheckAsync(after, CodeOf(key, later: 1))).Refusal!.Code.Should().Be("user.code");
    }

    [Fact]
    public async Task Nobody_elses_is_turned_off()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var (user, _) = await WithAppAsync(db, fpy, Role.Viewer);
        var ada = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        var key = await db.AppAsync(ada);
        await db.RecoveryCodeAsync(ada, "WXYZ-2345-EFGH");

        (await TurnOffAsync(db, await db.ProvedAsync(user))).Ok.Should().BeTrue();

        (await db.UserAsync(ada.Id)).TwoFactorEnabled.Should().BeTrue();
        (await db.CheckAsync(ada, CodeOf(key))).Ok.Should().BeTrue();
        (await db.CheckAsync(ada, "WXYZ-2345-EFGH")).Ok.Should().BeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_needs_one_keeps_it_unless_there_is_a_passkey(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var (user, _) = await WithAppAsync(db, fpy, Role.Admin);
        await db.RuleAsync(fpy, SecondFactorRule.Admins);
        var actor = await db.ProvedAsync(user);

        (await TurnOffAsync(db, actor)).Refusal!.Code.Should().Be("user.second-factor-required");
        (await db.UserAsync(user.Id)).TwoFactorEnabled.Should().BeTrue();
        (await db.CountAsync<RecoveryCode>()).Should().Be(1);
        await db.PasskeyAsync(user);

        (await TurnOffAsync(db, actor)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task Without_a_proof_it_stays_on()
    {
        await using var db = await TestDb.MakeAsync();
        var (user, _) = await WithAppAsync(db, await db.Given.MerchantAsync(), Role.Viewer);

        (await TurnOffAsync(db, await db.UnprovedAsync(user))).Refusal!.Code.Should().Be("session.prove");

        (await db.UserAsync(user.Id)).TwoFactorEnabled.Should().BeTrue();
        (await db.CountAsync<RecoveryCode>()).Should().Be(1);
    }

    [Fact]
    public async Task Who_has_none_is_told_so_and_who_is_no_user_is_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);

        (await TurnOffAsync(db, await db.ProvedAsync(user))).Refusal!.Code.Should().Be("user.second-factor-none");
        (await TurnOffAsync(db, fpy.Viewer)).Refusal!.Code.Should().Be("user.not-found");
    }

    private static async Task<(User User, string Key)> WithAppAsync(TestDb db, GivenMerchant merchant, Role role)
    {
        var user = await db.UserAsync(merchant, "vina@fpy.example", role);
        await db.RecoveryCodeAsync(user, "ABCD-2345-EFGH");
        return (user, await db.AppAsync(user));
    }

    private static Task<Outcome> TurnOffAsync(TestDb db, Actor actor) => db.Get<TurnOffSecondFactor>().HandleAsync(actor, default);
}
