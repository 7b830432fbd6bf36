using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using Microsoft.AspNetCore.Identity;
using static FaspayBilling.Tests.Accounts.Factors.GivenFactors;

namespace FaspayBilling.Tests.Accounts.Factors;

public sealed class AddPasskeyTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task It_is_the_users_under_the_name_that_was_typed(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var (fpy, user) = await UserAsync(db);
        var (here, there) = (await db.ProvedAsync(user), await db.UnprovedAsync(user));

        (await AddAsync(db, here, Passkey("one"), "  My \t phone ")).Ok.Should().BeTrue();
        (await AddAsync(db, here, Passkey("two"), "Key")).Ok.Should().BeTrue("a user may have several");

        var stored = await db.PasskeysAsync();
        stored.Should().HaveCount(2).And.OnlyContain(p => p.UserId == user.Id);
        var one = stored.Find(p => p.CredentialId.AsSpan().SequenceEqual(Passkey("one").CredentialId))!;
        one.Data.Should().BeEquivalentTo(new { Name = "My phone", SignCount = 0u, IsUserVerified = true, Passkey().CreatedAt });
        one.Data.PublicKey.Should().Equal(Passkey().PublicKey);
        (await db.HoldsAsync(here) && await db.HoldsAsync(there)).Should().BeTrue();
        (await db.HistoryAsync(fpy)).TakeLast(2).Should().Equal(
            "vina@fpy.example added the passkey My phone", "vina@fpy.example added the passkey Key");
    }

    [Fact]
    public async Task A_name_has_1_to_60_characters()
    {
        await using var db = await TestDb.MakeAsync();
        var (_, user) = await UserAsync(db);
        var actor = await db.ProvedAsync(user);

        foreach (var name in new[] { "", " \u200b ", new string('x', 61) })
        {
            (await AddAsync(db, actor, Passkey(), name)).Refusal.Should().BeEquivalentTo(new { Code = "passkey.name", Field = "Name" });
        }

        (await db.PasskeysAsync()).Should().BeEmpty();
        (await AddAsync(db, actor, Passkey(), new string('x', 60))).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task Nobody_has_more_than_ten()
    {
        await using var db = await TestDb.MakeAsync();
        var (fpy, user) = await UserAsync(db);
        await db.PasskeyAsync(await db.UserAsync(fpy, "ada@fpy.example", Role.Admin), "of Ada");
        var actor = await db.ProvedAsync(user);
        for (var i = 1; i <= 9; i++)
        {
            await db.PasskeyAsync(user, $"key {i}");
        }

        (await AddAsync(db, actor, Passkey("key 10"), "Tenth")).Ok.Should().BeTrue();
        (await AddAsync(db, actor, Passkey("key 11"), "Eleventh")).Refusal!.Code.Should().Be("passkey.many");

        (await db.PasskeysAsync()).Should().HaveCount(11);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_that_is_stored_already_is_refused_and_stays_its_owners(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var (fpy, user) = await UserAsync(db);
        var ada = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        await db.PasskeyAsync(user, "own");
        await db.PasskeyAsync(ada, "of Ada");
        var actor = await db.ProvedAsync(user);

        (await AddAsync(db, actor, Passkey("own"), "Again")).Refusal!.Code.Should().Be("passkey.known");
        (await AddAsync(db, actor, Passkey("of Ada"), "Mine")).Refusal!.Code.Should().Be("passkey.known");

        (await db.PasskeysAsync()).Select(p => (p.UserId, p.Data.Name))
            .Should().BeEquivalentTo([(user.Id, "own"), (ada.Id, "of Ada")]);
    }

    [Fact]
    public async Task Without_a_proof_none_is_added_and_who_is_no_user_is_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var (fpy, user) = await UserAsync(db);

        (await AddAsync(db, await db.UnprovedAsync(user), Passkey(), "Phone")).Refusal!.Code.Should().Be("session.prove");
        (await AddAsync(db, fpy.Viewer, Passkey(), "Phone")).Refusal!.Code.Should().Be("user.not-found");

        (await db.PasskeysAsync()).Should().BeEmpty();
    }

    private static async Task<(GivenMerchant Merchant, User User)> UserAsync(TestDb db)
    {
        var fpy = await db.Given.MerchantAsync();
        return (fpy, await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer));
    }

    private static Task<Outcome> AddAsync(TestDb db, Actor actor, UserPasskeyInfo passkey, string name) =>
        db.Get<AddPasskey>().HandleAsync(actor, passkey, name, default);
}
