using System.Buffers.Text;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Domain.Shared;
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
            (await db.Get<OpenSession>().HandleAsync(user, SignInMethod.Password, UserData.Office, default)).Refusal!.Code.Should().Be("user.not-found");
        }

        (await db.ReadAsync(d => d.Set<UserSession>().CountAsync())).Should().Be(0);
    }
}
