using System.Buffers.Text;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Accounts.Factors;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Accounts.Sessions;

public sealed class OpenSessionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_session_knows_from_where_and_until_when_and_only_the_hash_of_its_secret(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);

        var opened = await db.OpenAsync(user);

        var stored = await db.ReadAsync(d => d.Set<UserSession>().SingleAsync());
        (stored.Id, stored.MerchantId, stored.UserId).Should().Be((opened.Id, fpy.Id, user.Id));
        (stored.MadeAt, stored.SeenAt).Should().Be((db.Clock.Now(), db.Clock.Now()));
        stored.EndedAt.Should().BeNull();
        stored.EndsAt.Should().Be(db.Clock.Now().AddDays(7)).And.Be(opened.EndsAt);
        new ClientOrigin(stored.Address, stored.Browser).Should().Be(UserData.Office);
        stored.SecretHash.Should().HaveLength(64).And.NotContain(opened.Secret);
    }

    [Fact]
    public async Task A_sign_in_is_in_the_history_with_address_and_browser()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);

        await db.OpenAsync(user);

        var line = (await db.HistoryAsync())[^1];
        (line.What(), line.Who, line.SubjectId).Should().Be(("vina@fpy.example signed in", user.Name, (long?)user.Id));
        (line.Address, line.Browser, line.Security).Should().Be((UserData.Office.Address, UserData.Office.Browser, true));
    }

    [Fact]
    public async Task Two_sessions_have_two_secrets()
    {
        await using var db = await TestDb.MakeAsync();
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);

        var (one, two) = (await db.OpenAsync(user), await db.OpenAsync(user));

        one.Secret.Should().NotBe(two.Secret);
        one.Id.Should().NotBe(two.Id);
    }

    [Fact]
    public async Task A_secret_has_256_bits()
    {
        await using var db = await TestDb.MakeAsync();
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);

        var opened = await db.OpenAsync(user);

        Base64Url.DecodeFromChars(opened.Secret).Should().HaveCount(32);
    }

    [Fact]
    public async Task Who_was_locked_or_got_another_password_since_it_was_proved_gets_none()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var locked = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var changed = await db.UserAsync(fpy, "fajar@fpy.example", Role.Finance);
        await db.Get<LockUser>().HandleAsync(fpy.Admin, locked.Id, default);
        await db.ReadAsync(
            d => d.Set<User>().Where(u => u.Id == changed.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordHash, "another")));

        foreach (var user in new[] { await db.UserAsync(locked.Id), changed })
        {
            (await OpenAsync(db, user, SignInMethod.Password)).Refusal!.Code.Should().Be("user.not-found");
        }

        (await db.ReadAsync(d => d.Set<UserSession>().CountAsync())).Should().Be(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_password_alone_opens_none_once_a_factor_is_needed(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var withApp = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var withPasskey = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        var bare = await db.UserAsync(fpy, "ayu@fpy.example", Role.Admin);
        var free = await db.UserAsync(fpy, "fajar@fpy.example", Role.Finance);
        await db.AppAsync(withApp);
        await db.PasskeyAsync(withPasskey);

        // The rule comes between the password, which was right, and the session.
        await db.RuleAsync(fpy, SecondFactorRule.Admins);

        foreach (var user in new[] { await db.UserAsync(withApp.Id), withPasskey, bare })
        {
            (await OpenAsync(db, user, SignInMethod.Password)).Refusal!.Code.Should().Be("user.not-found", user.Email!);
        }

        (await db.ReadAsync(d => d.Set<UserSession>().CountAsync())).Should().Be(0);
        (await OpenAsync(db, free, SignInMethod.Password)).Ok.Should().BeTrue("the rule asks Admins only");
        (await OpenAsync(db, await db.UserAsync(withApp.Id), SignInMethod.Code)).Ok.Should().BeTrue();
        (await OpenAsync(db, withPasskey, SignInMethod.Passkey)).Ok.Should().BeTrue();
    }

    [Theory]
    [InlineData(SignInMethod.Password)]
    [InlineData(SignInMethod.Code)]
    [InlineData(SignInMethod.Recovery)]
    [InlineData(SignInMethod.Passkey)]
    public async Task A_factor_that_came_between_proof_and_session_makes_the_sign_in_begin_again(SignInMethod method)
    {
        await using var db = await TestDb.MakeAsync();
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);
        await db.AppAsync(user);

        (await OpenAsync(db, user, method)).Refusal!.Code.Should().Be("user.not-found");
    }

    [Theory]
    [InlineData(SignInMethod.Password, "vina@fpy.example signed in")]
    [InlineData(SignInMethod.Code, "vina@fpy.example signed in with a second factor")]
    [InlineData(SignInMethod.Recovery, "vina@fpy.example signed in with a recovery code")]
    [InlineData(SignInMethod.Passkey, "vina@fpy.example signed in with a passkey")]
    public async Task The_history_says_by_what(SignInMethod method, string line)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);

        (await OpenAsync(db, user, method)).Ok.Should().BeTrue();

        (await db.HistoryAsync(fpy)).Should().EndWith(line);
    }

    private static Task<Outcome<OpenedSession>> OpenAsync(TestDb db, User user, SignInMethod method) =>
        db.Get<OpenSession>().HandleAsync(user, method, UserData.Office, default);
}
