using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.AspNetCore.Identity;

namespace FaspayBilling.Tests.Accounts;

public sealed class ChangePasswordTests
{
    private const string New = "Another-2026";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_password_replaces_the_old_one_and_ends_other_sign_ins(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);

        var (here, there) = (await db.SignedInAsync(user), await db.SignedInAsync(user));

        (await ChangeAsync(db, here, DemoAccess.Password, New)).Ok.Should().BeTrue();

        var after = await db.UserAsync(user.Id);
        after.SecurityStamp.Should().NotBe(user.SecurityStamp);
        db.Get<IPasswordHasher<User>>().VerifyHashedPassword(after, after.PasswordHash!, New)
            .Should().Be(PasswordVerificationResult.Success);
        (await db.HistoryAsync(fpy)).Should().Contain("vina@fpy.example changed the password");
        (await db.Get<CheckSession>().HandleAsync([here.SessionId!.Value, there.SessionId!.Value], default)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_wrong_current_password_and_a_weak_new_one_change_nothing()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);

        var actor = await db.SignedInAsync(user);

        (await ChangeAsync(db, actor, "wrong", New)).Refusal
            .Should().BeEquivalentTo(new { Code = "user.current-password", Field = "Current" });
        (await ChangeAsync(db, actor, DemoAccess.Password, "weak")).Refusal
            .Should().BeEquivalentTo(new { Code = "user.password", Field = "Password" });
        (await db.UserAsync(user.Id)).PasswordHash.Should().Be(user.PasswordHash);
    }

    [Theory]
    [InlineData(DemoAccess.Password, "user.password:old")]
    [InlineData("password123", "user.password:common")]
    [InlineData("Vina-2026-11", "user.password:own")]
    [InlineData("vina@fpy.example", "user.password:own")]
    [InlineData("PT FPY Indonesia", "user.password:own")]
    public async Task A_password_that_others_know_or_that_is_the_old_one_changes_nothing(string password, string why)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);

        (await ChangeAsync(db, await db.SignedInAsync(user), DemoAccess.Password, password)).Refusal!.Message.Key.Should().Be(why);
        (await db.UserAsync(user.Id)).PasswordHash.Should().Be(user.PasswordHash);
    }

    [Fact]
    public async Task An_open_page_is_no_way_around_the_waits_of_the_sign_in()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var actor = await db.SignedInAsync(user);
        for (var i = 0; i < 5; i++)
        {
            await ChangeAsync(db, actor, "wrong", New);
        }

        (await ChangeAsync(db, actor, DemoAccess.Password, New)).Refusal.Should().Be(UserRefusals.UserCurrentPasswordRests);
        db.Clock.Advance(AttemptGuard.FirstWait);
        (await ChangeAsync(db, actor, DemoAccess.Password, New)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task A_password_of_ten_years_ago_is_still_good()
    {
        await using var db = await TestDb.MakeAsync();
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);

        db.Clock.Advance(TimeSpan.FromDays(3_650));

        (await ChangeAsync(db, await db.SignedInAsync(user), DemoAccess.Password, New)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task Who_is_no_user_of_the_merchant_is_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        (await ChangeAsync(db, fpy.Viewer, DemoAccess.Password, New)).Refusal!.Code.Should().Be("user.not-found");
    }

    private static Task<Outcome> ChangeAsync(TestDb db, Actor actor, string current, string password) =>
        db.Get<ChangePassword>().HandleAsync(actor, current, password, default);
}
