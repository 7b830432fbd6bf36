using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;
using static FaspayBilling.Tests.Accounts.Factors.GivenFactors;

namespace FaspayBilling.Tests.Accounts.Factors;

/// <summary>How a session is proved, and for how long. What needs it is in ProofTests.</summary>
public sealed class ProveAgainTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_password_proves_the_session_in_which_it_was_given_and_no_other(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var (here, there) = (await db.UnprovedAsync(user), await db.UnprovedAsync(user));
        await IsProvedAsync(db, here, proved: false);

        (await ProveAsync(db, here)).Ok.Should().BeTrue();

        await IsProvedAsync(db, there, proved: false);
        await IsProvedAsync(db, here, proved: true);
        (await db.HistoryAsync(fpy)).Should().Contain("Gave the password again");
    }

    [Theory]
    [InlineData((10 * 60) - 1, true)]
    [InlineData(10 * 60, false)]
    public async Task A_proof_holds_ten_minutes_and_its_use_does_not_make_it_longer(int seconds, bool holds)
    {
        await using var db = await TestDb.MakeAsync();
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);
        var actor = await db.UnprovedAsync(user);
        await ProveAsync(db, actor);

        db.Clock.Advance(TimeSpan.FromMinutes(5));
        await IsProvedAsync(db, actor, proved: true);
        db.Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMinutes(5));

        await IsProvedAsync(db, actor, holds);
    }

    [Fact]
    public async Task A_sign_in_is_no_proof()
    {
        await using var db = await TestDb.MakeAsync();
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);

        foreach (var method in Enum.GetValues<SignInMethod>())
        {
            var opened = (await db.Get<OpenSession>().HandleAsync(user, method, UserData.Office, default)).Value;
            await IsProvedAsync(db, user.In(opened.Id), proved: false);
        }
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_waits_too()
    {
        await using var db = await TestDb.MakeAsync();
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);
        var actor = await db.UnprovedAsync(user);
        for (var i = 0; i < 5; i++)
        {
            (await ProveAsync(db, actor, "wrong")).Refusal
                .Should().BeEquivalentTo(new { Code = "user.current-password", Field = "Current" });
        }

        (await ProveAsync(db, actor)).Refusal.Should().Be(UserRefusals.UserCurrentPasswordRests);
        await IsProvedAsync(db, actor, proved: false);
        db.Clock.Advance(AttemptGuard.FirstWait);

        (await ProveAsync(db, actor)).Ok.Should().BeTrue();
        await IsProvedAsync(db, actor, proved: true);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_passkey_of_the_users_own_proves_it_too_and_is_counted(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        await db.PasskeyAsync(user);
        var (here, there) = (await db.UnprovedAsync(user), await db.UnprovedAsync(user));

        (await db.Get<ProveAgain>().HandleAsync(here, user, Passkey(used: 3), default)).Ok.Should().BeTrue();

        await IsProvedAsync(db, there, proved: false);
        await IsProvedAsync(db, here, proved: true);
        (await db.PasskeysAsync()).Should().ContainSingle().Which.Data.SignCount.Should().Be(3u);
        (await db.HistoryAsync(fpy)).Should().Contain("Gave a passkey again");
    }

    [Fact]
    public async Task A_passkey_of_somebody_else_and_one_that_is_gone_prove_nothing()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var ada = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        var others = await db.PasskeyAsync(ada, "of Ada");
        var actor = await db.UnprovedAsync(user);
        var prove = db.Get<ProveAgain>();

        (await prove.HandleAsync(actor, ada, others, default)).Refusal!.Code.Should().Be("passkey.not-found");
        (await prove.HandleAsync(actor, user, others, default)).Refusal!.Code.Should().Be("passkey.not-found");
        (await prove.HandleAsync(actor, user, Passkey("gone"), default)).Refusal!.Code.Should().Be("passkey.not-found");

        await IsProvedAsync(db, actor, proved: false);
    }

    [Fact]
    public async Task Nobody_proves_a_session_that_is_over_or_somebody_elses()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var ada = await db.UnprovedAsync(await db.UserAsync(fpy, "ada@fpy.example", Role.Admin));
        var over = await db.UnprovedAsync(user);
        await db.Get<CloseSession>().HandleAsync(over, over.SessionId!.Value, default);

        (await ProveAsync(db, over)).Refusal!.Code.Should().Be("session.ended");
        (await ProveAsync(db, over with { SessionId = ada.SessionId })).Refusal!.Code.Should().Be("session.ended");
        (await ProveAsync(db, fpy.Viewer)).Refusal!.Code.Should().Be("user.not-found");

        (await db.ReadAsync(d => d.Set<UserSession>().CountAsync(s => s.ProvedAt != null))).Should().Be(0);
    }

    private static Task<Outcome> ProveAsync(TestDb db, Actor actor, string password = DemoAccess.Password) =>
        db.Get<ProveAgain>().HandleAsync(actor, password, default);

    // Asked by the end of one more session of the same user.
    private static async Task IsProvedAsync(TestDb db, Actor actor, bool proved)
    {
        var other = await db.OpenAsync(await db.UserAsync(actor.UserId!.Value));
        (await db.Get<CloseSession>().HandleAsync(actor, other.Id, default)).Refusal?.Code.Should().Be(proved ? null : "session.prove");
    }
}
