using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using Microsoft.AspNetCore.Identity;

namespace FaspayBilling.Tests.Accounts.Factors;

public sealed class ResetSecondFactorTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task App_recovery_codes_and_passkeys_are_gone_every_session_ends_and_the_password_stays(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var admin = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        var user = await WithAllAsync(db, fpy);
        var session = await db.UnprovedAsync(user);
        var (by, before) = (await db.ProvedAsync(admin), await db.UserAsync(user.Id));

        (await ResetAsync(db, by, user)).Ok.Should().BeTrue();

        var after = await db.UserAsync(user.Id);
        (after.TwoFactorEnabled, after.PasswordHash).Should().Be((false, before.PasswordHash));
        after.SecurityStamp.Should().NotBe(before.SecurityStamp);
        (await db.CountAsync<IdentityUserToken<long>>()).Should().Be(0);
        (await db.CountAsync<RecoveryCode>()).Should().Be(0);
        (await db.PasskeysAsync()).Should().BeEmpty();
        (await db.HoldsAsync(session)).Should().BeFalse();
        (await db.HoldsAsync(by)).Should().BeTrue();
        (await db.HistoryAsync(fpy)).Should().EndWith("Took second factor and passkeys of vina@fpy.example away");
    }

    [Fact]
    public async Task A_passkey_alone_is_taken_away_too_and_a_second_time_there_is_nothing_to_take()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        await db.PasskeyAsync(user);

        (await ResetAsync(db, fpy.Admin, user)).Ok.Should().BeTrue();
        (await ResetAsync(db, fpy.Admin, user)).Refusal!.Code.Should().Be("user.second-factor-none");

        (await db.PasskeysAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Nobody_but_an_admin_of_the_merchant_who_proved_it_takes_them_away()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("T8V");
        var admin = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        var user = await WithAllAsync(db, fpy);
        var session = await db.UnprovedAsync(user);

        (await ResetAsync(db, await db.UnprovedAsync(admin), user)).Refusal!.Code.Should().Be("session.prove");
        (await ResetAsync(db, fpy.Finance, user)).Refusal!.Code.Should().Be("not-allowed");
        (await ResetAsync(db, other.Admin, user)).Refusal!.Code.Should().Be("user.not-found");

        (await db.UserAsync(user.Id)).TwoFactorEnabled.Should().BeTrue();
        (await db.CountAsync<RecoveryCode>()).Should().Be(1);
        (await db.PasskeysAsync()).Should().ContainSingle();
        (await db.HoldsAsync(session)).Should().BeTrue();
    }

    private static async Task<User> WithAllAsync(TestDb db, GivenMerchant merchant)
    {
        var user = await db.UserAsync(merchant, "vina@fpy.example", Role.Viewer);
        await db.AppAsync(user);
        await db.RecoveryCodeAsync(user, "ABCD-2345-EFGH");
        await db.PasskeyAsync(user);
        return user;
    }

    private static Task<Outcome> ResetAsync(TestDb db, Actor actor, User user) =>
        db.Get<ResetSecondFactor>().HandleAsync(actor, user.Id, default);
}
