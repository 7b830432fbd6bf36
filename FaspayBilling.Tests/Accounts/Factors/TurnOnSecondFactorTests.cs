using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using Microsoft.AspNetCore.Identity;
using static FaspayBilling.Tests.Accounts.Factors.GivenFactors;

namespace FaspayBilling.Tests.Accounts.Factors;

public sealed class TurnOnSecondFactorTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task From_then_on_a_code_is_asked_and_other_sessions_end(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var (here, there) = (await db.ProvedAsync(user), await db.UnprovedAsync(user));
        var key = NewKey(db);
        var code = CodeOf(key);

        (await TurnOnAsync(db, here, key, code)).Value.Should().HaveCount(10);

        var after = await db.UserAsync(user.Id);
        after.TwoFactorEnabled.Should().BeTrue();
        after.SecurityStamp.Should().NotBe(user.SecurityStamp, "a sign-in that is half through begins again");
        (await db.HoldsAsync(here)).Should().BeTrue();
        (await db.HoldsAsync(there)).Should().BeFalse();
        (await db.HistoryAsync(fpy)).Should().EndWith("vina@fpy.example set up an authenticator app");
        (await db.CheckAsync(after, code)).Refusal!.Code.Should().Be("user.code", "it was shown once already");
        (await db.CheckAsync(after, CodeOf(key, later: 1))).Ok.Should().BeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_apps_key_stands_nowhere_in_the_database(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);
        var key = NewKey(db);

        (await TurnOnAsync(db, await db.ProvedAsync(user), key, CodeOf(key))).Ok.Should().BeTrue();

        var rows = await db.RowsAsync();
        rows.Should().ContainSingle(r => r.Table == "UserTokens", "a look at nothing would find nothing");
        rows.Select(r => r.Text).Should().NotContain(t => t.Contains(key, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_wrong_code_changes_nothing()
    {
        await using var db = await TestDb.MakeAsync();
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);
        var (here, there) = (await db.ProvedAsync(user), await db.UnprovedAsync(user));
        var (key, other) = (NewKey(db), NewKey(db));

        (await TurnOnAsync(db, here, key, WrongCodeOf(key))).Refusal.Should().BeEquivalentTo(new { Code = "user.code", Field = "Code" });
        (await TurnOnAsync(db, here, key, CodeOf(other))).Refusal!.Code.Should().Be("user.code");

        await NothingChangedAsync(db, user);
        (await db.HoldsAsync(there)).Should().BeTrue();
    }

    [Fact]
    public async Task Without_a_proof_nothing_changes()
    {
        await using var db = await TestDb.MakeAsync();
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);
        var key = NewKey(db);

        (await TurnOnAsync(db, await db.UnprovedAsync(user), key, CodeOf(key))).Refusal!.Code.Should().Be("session.prove");

        await NothingChangedAsync(db, user);
    }

    [Fact]
    public async Task Who_is_no_user_of_the_merchant_is_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var agus = await db.UserAsync(await db.Given.MerchantAsync("T8V"), "agus@t8v.example", Role.Admin);
        var key = NewKey(db);

        (await TurnOnAsync(db, fpy.Admin, key, CodeOf(key))).Refusal!.Code.Should().Be("user.not-found");
        (await TurnOnAsync(db, (await db.ProvedAsync(agus)) with { MerchantId = fpy.Id }, key, CodeOf(key))).Refusal!.Code
            .Should().Be("user.not-found");

        await NothingChangedAsync(db, agus);
    }

    [Fact]
    public async Task A_new_app_and_its_recovery_codes_take_the_place_of_the_old_ones()
    {
        await using var db = await TestDb.MakeAsync();
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);
        var (old, key) = (await db.AppAsync(user), NewKey(db));
        await db.RecoveryCodeAsync(user, "ABCD-2345-EFGH");

        (await TurnOnAsync(db, await db.ProvedAsync(user), key, CodeOf(key))).Ok.Should().BeTrue();

        (await db.CountAsync<RecoveryCode>()).Should().Be(10);
        (await db.CheckAsync(user, CodeOf(old, later: 1))).Refusal!.Code.Should().Be("user.code");
        (await db.CheckAsync(user, "ABCD-2345-EFGH")).Refusal!.Code.Should().Be("user.code");
        (await db.CheckAsync(user, CodeOf(key, later: 1))).Ok.Should().BeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_needs_one_and_has_none_sets_it_up_at_the_sign_in_once(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        await db.RuleAsync(fpy, SecondFactorRule.Everybody);
        var (key, other) = (NewKey(db), NewKey(db));

        (await SetUpAsync(db, user, key, WrongCodeOf(key))).Refusal!.Code.Should().Be("user.code");
        (await SetUpAsync(db, user, key, CodeOf(key))).Value.Should().HaveCount(10);

        var after = await db.UserAsync(user.Id);
        (await SetUpAsync(db, user, other, CodeOf(other))).Refusal!.Code.Should().Be("user.not-found", "it was changed meanwhile");
        (await SetUpAsync(db, after, other, CodeOf(other))).Refusal!.Code
            .Should().Be("user.not-found", "the password alone is no way around the factor");
        (await db.CheckAsync(after, CodeOf(key, later: 1))).Ok.Should().BeTrue();
        (await db.HistoryAsync()).Should().ContainSingle(h => h.Action == "user.second-factor-on")
            .Which.Address.Should().Be(UserData.Office.Address);
    }

    [Fact]
    public async Task At_the_sign_in_nobody_sets_one_up_who_is_not_asked_to_or_may_not_sign_in()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await db.RuleAsync(fpy, SecondFactorRule.Admins);
        var free = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var withPasskey = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        await db.PasskeyAsync(withPasskey);
        var locked = await db.UserAsync(fpy, "ayu@fpy.example", Role.Admin);
        await db.Get<LockUser>().HandleAsync(fpy.Admin, locked.Id, default);
        var key = NewKey(db);

        foreach (var user in new[] { free, withPasskey, await db.UserAsync(locked.Id) })
        {
            (await SetUpAsync(db, user, key, CodeOf(key))).Refusal!.Code.Should().Be("user.not-found", user.Email!);
            await NothingChangedAsync(db, user);
        }
    }

    private static string NewKey(TestDb db) => db.Get<AuthenticatorCodes>().NewKey();

    private static Task<Outcome<IReadOnlyList<string>>> TurnOnAsync(TestDb db, Actor actor, string key, string code) =>
        db.Get<TurnOnSecondFactor>().HandleAsync(actor, key, code, default);

    private static Task<Outcome<IReadOnlyList<string>>> SetUpAsync(TestDb db, User user, string key, string code) =>
        db.Get<TurnOnSecondFactor>().HandleAsync(user, UserData.Office, key, code, default);

    private static async Task NothingChangedAsync(TestDb db, User user)
    {
        (await db.UserAsync(user.Id)).Should().BeEquivalentTo(new { TwoFactorEnabled = false, user.SecurityStamp });
        (await db.CountAsync<IdentityUserToken<long>>()).Should().Be(0);
        (await db.CountAsync<RecoveryCode>()).Should().Be(0);
        (await db.CountAsync<UsedCode>()).Should().Be(0);
    }
}
