using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.Reset;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Accounts.Factors;
using FaspayBilling.Tests.Support.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using static FaspayBilling.Tests.Accounts.GivenLink;

namespace FaspayBilling.Tests.Accounts.Reset;

public sealed class OfferResetTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_admin_who_lost_all_gets_a_link_and_is_unlocked(Database database)
    {
        await using var db = await TestDb.MakeAsync(database, extra: new() { ["Site:Address"] = "https://billing.example" });
        var fpy = await db.Given.MerchantAsync();
        var admin = await db.UserAsync(fpy, "ayu@fpy.example", Role.Admin);
        await db.ReadAsync(d => d.Set<User>().ExecuteUpdateAsync(set => set.SetProperty(u => u.LockedAt, db.Clock.Now())));

        var link = await db.Get<OfferReset>().HandleAsync(" AYU@fpy.example ", default);

        link.Value.Should().StartWith("https://billing.example/account/reset?link=");
        (await db.UserAsync(admin.Id)).Should().BeEquivalentTo(
            new { LockedAt = (DateTime?)null, PasswordHash = (string?)null }, "the old password may be somebody else's by now");
        (await db.Get<ResetPassword>().ReadAsync(SecretOf(link.Value), default)).Value.Should().Be("ayu@fpy.example");
        (await db.HistoryAsync(fpy)).Should().EndWith("The command reset-admin made a link for ayu@fpy.example");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Second_factor_and_passkeys_are_gone_at_once_and_nothing_but_the_link_opens_the_account(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var admin = await db.UserAsync(fpy, "ayu@fpy.example", Role.Admin);
        var other = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        await db.AppAsync(admin);
        await db.RecoveryCodeAsync(admin, "ABCD-2345-EFGH");
        await db.PasskeyAsync(admin);
        await db.PasskeyAsync(other, "of Ada");

        (await db.Get<OfferReset>().HandleAsync("ayu@fpy.example", default)).Ok.Should().BeTrue();

        (await db.UserAsync(admin.Id)).PasswordHash.Should().BeNull();
        (await db.UserAsync(admin.Id)).TwoFactorEnabled.Should().BeFalse();
        (await db.CountAsync<IdentityUserToken<long>>()).Should().Be(0);
        (await db.CountAsync<RecoveryCode>()).Should().Be(0);
        (await db.PasskeysAsync()).Should().ContainSingle().Which.UserId.Should().Be(other.Id);
    }

    [Theory]
    [InlineData("nobody@fpy.example")]
    [InlineData("fajar@fpy.example")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task An_address_that_no_admin_has_is_not_found_and_nothing_changes(string email)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var fajar = await db.UserAsync(fpy, "fajar@fpy.example", Role.Finance);
        await db.Get<LockUser>().HandleAsync(fpy.Admin, fajar.Id, default);

        (await db.Get<OfferReset>().HandleAsync(email, default)).Refusal!.Code.Should().Be("user.not-found");

        (await db.UserAsync(fajar.Id)).LockedAt.Should().NotBeNull();
        (await db.ReadAsync(d => d.Set<PasswordReset>().CountAsync())).Should().Be(0);
    }
}
