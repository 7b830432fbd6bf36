using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using static FaspayBilling.Tests.Accounts.Factors.GivenFactors;

namespace FaspayBilling.Tests.Accounts.Factors;

public sealed class RemovePasskeyTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task It_opens_nothing_any_more_and_other_sessions_end(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var (fpy, user) = await UserAsync(db);
        var (phone, key) = (await db.PasskeyAsync(user), await db.PasskeyAsync(user, "key"));
        var (here, there) = (await db.ProvedAsync(user), await db.UnprovedAsync(user));

        (await RemoveAsync(db, here, IdOf(phone))).Ok.Should().BeTrue();

        (await db.PasskeysAsync()).Should().ContainSingle().Which.CredentialId.Should().Equal(key.CredentialId);
        (await db.UserAsync(user.Id)).SecurityStamp.Should().NotBe(user.SecurityStamp);
        (await db.HoldsAsync(here)).Should().BeTrue();
        (await db.HoldsAsync(there)).Should().BeFalse("it may have come in by it");
        (await db.HistoryAsync(fpy)).Should().EndWith("vina@fpy.example removed the passkey phone");
        (await RemoveAsync(db, here, IdOf(phone))).Refusal!.Code.Should().Be("passkey.not-found");
    }

    [Fact]
    public async Task Somebody_elses_and_what_is_no_id_are_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var (fpy, user) = await UserAsync(db);
        var others = await db.PasskeyAsync(await db.UserAsync(fpy, "ada@fpy.example", Role.Admin), "of Ada");
        var own = await db.PasskeyAsync(user);
        var actor = await db.ProvedAsync(user);

        foreach (var id in new[] { IdOf(others), "", "?", "AAAA", IdOf(own)[..^1] + "!" })
        {
            (await RemoveAsync(db, actor, id)).Refusal!.Code.Should().Be("passkey.not-found", id);
        }

        (await db.PasskeysAsync()).Should().HaveCount(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_needs_a_factor_keeps_the_last_one(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var (fpy, user) = await UserAsync(db);
        var (phone, key) = (await db.PasskeyAsync(user), await db.PasskeyAsync(user, "key"));
        await db.RuleAsync(fpy, SecondFactorRule.Everybody);
        var actor = await db.ProvedAsync(user);

        (await RemoveAsync(db, actor, IdOf(phone))).Ok.Should().BeTrue("one is left");
        (await RemoveAsync(db, actor, IdOf(key))).Refusal!.Code.Should().Be("user.second-factor-required");
        (await db.PasskeysAsync()).Should().ContainSingle();
        await db.AppAsync(user);

        (await RemoveAsync(db, actor, IdOf(key))).Ok.Should().BeTrue("an app is left");
    }

    [Fact]
    public async Task Who_needs_none_may_remove_the_last_one()
    {
        await using var db = await TestDb.MakeAsync();
        var (fpy, user) = await UserAsync(db);
        var phone = await db.PasskeyAsync(user);
        await db.RuleAsync(fpy, SecondFactorRule.Admins);

        (await RemoveAsync(db, await db.ProvedAsync(user), IdOf(phone))).Ok.Should().BeTrue();

        (await db.PasskeysAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Without_a_proof_it_stays_and_who_is_no_user_is_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var (fpy, user) = await UserAsync(db);
        var phone = await db.PasskeyAsync(user);

        (await RemoveAsync(db, await db.UnprovedAsync(user), IdOf(phone))).Refusal!.Code.Should().Be("session.prove");
        (await RemoveAsync(db, fpy.Viewer, IdOf(phone))).Refusal!.Code.Should().Be("user.not-found");

        (await db.PasskeysAsync()).Should().ContainSingle();
    }

    private static async Task<(GivenMerchant Merchant, User User)> UserAsync(TestDb db)
    {
        var fpy = await db.Given.MerchantAsync();
        return (fpy, await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer));
    }

    private static Task<Outcome> RemoveAsync(TestDb db, Actor actor, string id) =>
        db.Get<RemovePasskey>().HandleAsync(actor, id, default);
}
