using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Accounts.Factors;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using static FaspayBilling.Tests.Accounts.GivenLink;

namespace FaspayBilling.Tests.Accounts;

public sealed class RemoveUserTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_removed_user_is_gone_and_what_the_user_did_stays_under_the_name(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var admin = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        var user = await db.UserAsync(fpy, "fajar@fpy.example", Role.Finance);
        await db.Get<ChangePassword>().HandleAsync(
            await db.SignedInAsync(user), DemoAccess.Password, "Another-2026", default);

        (await RemoveAsync(db, await db.SignedInAsync(admin), user)).Ok.Should().BeTrue();

        (await db.ReadAsync(d => d.Set<User>().Select(u => u.Email).ToListAsync())).Should().Equal("ada@fpy.example");
        (await db.HistoryAsync(fpy)).TakeLast(3)
            .Should().Equal(
                "fajar@fpy.example changed the password", "ada@fpy.example signed in", "Removed fajar (fajar@fpy.example), Finance");
        (await db.HistoryAsync()).Should().ContainSingle(h => h.Who == "fajar" && h.UserId == user.Id);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_address_can_be_invited_again_and_is_somebody_else(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "fajar@fpy.example", Role.Finance);

        (await RemoveAsync(db, fpy.Admin, user)).Ok.Should().BeTrue();
        var link = await db.InviteAsync(fpy);
        var accepted = await db.Get<AcceptInvitation>()
            .HandleAsync(SecretOf(link), "Fajar", "Another-2026", Language.English, UserData.Office, default);

        accepted.Ok.Should().BeTrue();
        (await db.ReadAsync(d => d.Set<User>().SingleAsync())).Id.Should().NotBe(user.Id, "a key of somebody who left is nobody's");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_removed_user_leaves_no_app_no_code_and_no_passkey(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "fajar@fpy.example", Role.Finance);
        var other = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var key = await db.AppAsync(user);
        await db.RecoveryCodeAsync(user, "ABCD-2345-EFGH");
        await db.PasskeyAsync(user);
        await db.PasskeyAsync(other, "of Vina");
        (await db.CheckAsync(user, GivenFactors.CodeOf(key))).Ok.Should().BeTrue();

        (await RemoveAsync(db, fpy.Admin, user)).Ok.Should().BeTrue();

        (await db.CountAsync<IdentityUserToken<long>>()).Should().Be(0);
        (await db.CountAsync<RecoveryCode>()).Should().Be(0);
        (await db.CountAsync<UsedCode>()).Should().Be(0);
        (await db.PasskeysAsync()).Should().ContainSingle().Which.UserId.Should().Be(other.Id);
    }

    [Fact]
    public async Task Nobody_removes_oneself()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var admin = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        await db.UserAsync(fpy, "agus@fpy.example", Role.Admin);

        (await RemoveAsync(db, await db.SignedInAsync(admin), admin)).Refusal!.Code.Should().Be("user.self");
        (await db.ReadAsync(d => d.Set<User>().CountAsync())).Should().Be(2);
    }

    [Fact]
    public async Task The_last_admin_is_not_removed_and_a_locked_one_is()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var last = await db.UserAsync(fpy, "ayu@fpy.example", Role.Admin);
        var locked = await db.UserAsync(fpy, "gone@fpy.example", Role.Admin);
        await db.UserAsync(await db.Given.MerchantAsync("T8V"), "agus@t8v.example", Role.Admin);
        await db.Get<LockUser>().HandleAsync(fpy.Admin, locked.Id, default);

        (await RemoveAsync(db, fpy.Admin, last)).Refusal!.Code.Should().Be("user.last-admin");
        (await RemoveAsync(db, fpy.Admin, locked)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task Another_merchants_user_and_one_who_is_gone_are_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.UserAsync(await db.Given.MerchantAsync("T8V"), "agus@t8v.example", Role.Finance);
        var gone = await db.UserAsync(fpy, "fajar@fpy.example", Role.Finance);
        await RemoveAsync(db, fpy.Admin, gone);

        (await RemoveAsync(db, fpy.Admin, other)).Refusal!.Code.Should().Be("user.not-found");
        (await RemoveAsync(db, fpy.Admin, gone)).Refusal!.Code.Should().Be("user.not-found");
        (await db.UserAsync(other.Id)).Email.Should().Be("agus@t8v.example");
    }

    private static Task<Outcome> RemoveAsync(TestDb db, Actor actor, User user) =>
        db.Get<RemoveUser>().HandleAsync(actor, user.Id, default);
}
