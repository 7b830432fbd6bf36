using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using static FaspayBilling.Tests.Accounts.Factors.GivenFactors;

namespace FaspayBilling.Tests.Accounts.Factors;

public sealed class ReadAccountTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task It_shows_what_the_user_has_and_nothing_of_others(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var ada = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        await db.RecoveryCodeAsync(ada, "WXYZ-2345-EFGH");
        await db.PasskeyAsync(ada, "of Ada");
        await db.UnprovedAsync(ada);
        var actor = await db.UnprovedAsync(user);

        (await ReadAsync(db, actor)).Value.Should().BeEquivalentTo(
            new AccountView(
                "vina",
                "vina@fpy.example",
                Role.Viewer,
                Language.English,
                SecondFactor: false,
                RecoveryCodesLeft: 0,
                Required: false,
                Passkeys: [],
                Sessions: 1,
                Proved: false));

        await db.AppAsync(user);
        await db.RecoveryCodeAsync(user, "ABCD-2345-EFGH");
        await db.RecoveryCodeAsync(user, "EFGH-2345-EFGH");
        (await db.CheckAsync(user, "ABCD-2345-EFGH")).Ok.Should().BeTrue();
        var passkey = await db.PasskeyAsync(user);
        await db.RuleAsync(fpy, SecondFactorRule.Everybody);
        await db.UnprovedAsync(user);

        (await ReadAsync(db, actor)).Value.Should().BeEquivalentTo(new AccountView(
            "vina",
            "vina@fpy.example",
            Role.Viewer,
            Language.English,
            SecondFactor: true,
            RecoveryCodesLeft: 1,
            Required: true,
            Passkeys: [new PasskeyRow(IdOf(passkey), "phone", passkey.CreatedAt.UtcDateTime)],
            Sessions: 2,
            Proved: false));
    }

    [Fact]
    public async Task It_knows_whether_this_session_was_proved_a_short_time_ago()
    {
        await using var db = await TestDb.MakeAsync();
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);
        var (here, there) = (await db.UnprovedAsync(user), await db.UnprovedAsync(user));

        (await db.Get<ProveAgain>().HandleAsync(here, DemoAccess.Password, default)).Ok.Should().BeTrue();

        (await ReadAsync(db, here)).Value.Proved.Should().BeTrue();
        (await ReadAsync(db, there)).Value.Proved.Should().BeFalse();
        db.Clock.Advance(UserSession.ProofHolds);
        (await ReadAsync(db, here)).Value.Proved.Should().BeFalse();
    }

    [Fact]
    public async Task Who_is_no_user_of_the_merchant_is_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var (fpy, other) = (await db.Given.MerchantAsync(), await db.Given.MerchantAsync("T8V"));
        var agus = await db.UnprovedAsync(await db.UserAsync(other, "agus@t8v.example", Role.Admin));

        (await ReadAsync(db, fpy.Admin)).Refusal!.Code.Should().Be("user.not-found");
        (await ReadAsync(db, agus with { MerchantId = fpy.Id })).Refusal!.Code.Should().Be("user.not-found");
    }

    private static Task<Outcome<AccountView>> ReadAsync(TestDb db, Actor actor) => db.Get<ReadAccount>().HandleAsync(actor, default);
}
