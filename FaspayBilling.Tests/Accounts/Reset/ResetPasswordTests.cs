using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Reset;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Accounts.Factors;
using FaspayBilling.Tests.Support.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using static FaspayBilling.Tests.Accounts.GivenLink;

namespace FaspayBilling.Tests.Accounts.Reset;

public sealed class ResetPasswordTests
{
    private const string New = "Another-2026";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_link_sets_a_new_password_once_and_ends_every_session(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var (fpy, user, link) = await ForgottenAsync(db);
        var (here, there) = (await db.OpenAsync(user), await db.OpenAsync(user));

        (await ResetAsync(db, link)).Ok.Should().BeTrue();
        (await ResetAsync(db, link, "And-again-2026")).Refusal!.Code.Should().Be("user.link");

        var after = await db.UserAsync(user.Id);
        db.Get<IPasswordHasher<User>>().VerifyHashedPassword(after, after.PasswordHash!, New)
            .Should().Be(PasswordVerificationResult.Success);
        after.SecurityStamp.Should().NotBe(user.SecurityStamp);
        (await db.Get<CheckSession>().HandleAsync([here.Id, there.Id], default)).Should().BeEmpty();
        var line = (await db.HistoryAsync())[^1];
        (line.What(), line.MerchantId, line.Address)
            .Should().Be(("vina@fpy.example chose a new password by a link", fpy.Id, UserData.Office.Address));
    }

    [Theory]
    [InlineData(60 * 60 - 1, true)]
    [InlineData(60 * 60, false)]
    public async Task A_link_is_good_for_an_hour(int seconds, bool good)
    {
        await using var db = await TestDb.MakeAsync();
        var (_, _, link) = await ForgottenAsync(db);

        db.Clock.Advance(TimeSpan.FromSeconds(seconds));

        (await db.Get<ResetPassword>().ReadAsync(link, default)).Ok.Should().Be(good);
        (await ResetAsync(db, link)).Ok.Should().Be(good);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_link_used_twice_at_once_sets_one_password(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await using var node = db.AnotherNode();
        var (_, _, link) = await ForgottenAsync(db);

        var outcomes = await Together.RunAsync(new[] { db, node, db, node }.Select(d => (Func<Task<Outcome>>)(() => ResetAsync(d, link))));

        outcomes.Should().ContainSingle(o => o.Ok);
        outcomes.Where(o => !o.Ok).Should().OnlyContain(o => o.Refusal!.Code == "user.link");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_link_is_no_way_around_the_second_factor(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var (_, user, link) = await ForgottenAsync(db);
        var key = await db.AppAsync(user);
        await db.RecoveryCodeAsync(user, "ABCD-2345-EFGH");
        await db.PasskeyAsync(user);

        (await ResetAsync(db, link)).Ok.Should().BeTrue();

        (await db.UserAsync(user.Id)).TwoFactorEnabled.Should().BeTrue();
        (await db.PasskeysAsync()).Should().ContainSingle();
        (await db.CheckAsync(user, GivenFactors.CodeOf(key))).Ok.Should().BeTrue();
        (await db.CheckAsync(user, "ABCD-2345-EFGH")).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task A_weak_password_leaves_the_link_good()
    {
        await using var db = await TestDb.MakeAsync();
        var (_, user, link) = await ForgottenAsync(db);

        (await ResetAsync(db, link, "weak")).Refusal.Should().BeEquivalentTo(new { Code = "user.password", Field = "Password" });

        (await db.UserAsync(user.Id)).PasswordHash.Should().Be(user.PasswordHash);
        (await ResetAsync(db, link)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task A_link_of_a_user_who_was_locked_since_is_good_no_more()
    {
        await using var db = await TestDb.MakeAsync();
        var (fpy, user, link) = await ForgottenAsync(db);
        await db.Get<LockUser>().HandleAsync(fpy.Admin, user.Id, default);

        (await ResetAsync(db, link)).Refusal!.Code.Should().Be("user.link");
    }

    [Theory]
    [InlineData("")]
    [InlineData("never-given")]
    public async Task A_link_that_was_never_given_is_refused(string link)
    {
        await using var db = await TestDb.MakeAsync();
        await ForgottenAsync(db);

        (await db.Get<ResetPassword>().ReadAsync(link, default)).Refusal!.Code.Should().Be("user.link");
        (await ResetAsync(db, link)).Refusal!.Code.Should().Be("user.link");
    }

    [Fact]
    public async Task Only_the_hash_of_a_link_is_stored()
    {
        await using var db = await TestDb.MakeAsync();
        var (_, _, link) = await ForgottenAsync(db);

        (await db.ReadAsync(d => d.Set<PasswordReset>().SingleAsync())).SecretHash.Should().HaveLength(64).And.NotContain(link);
    }

    private static async Task<(GivenMerchant Merchant, User User, string Link)> ForgottenAsync(TestDb db)
    {
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        await db.Get<SendReset>().HandleAsync(fpy.Admin, user.Id, default);
        return (fpy, user, db.SecretOf((await db.MailsAsync())[^1]));
    }

    private static Task<Outcome> ResetAsync(TestDb db, string link, string password = New) =>
        db.Get<ResetPassword>().HandleAsync(link, password, UserData.Office, default);
}
