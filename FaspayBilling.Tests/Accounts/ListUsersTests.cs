using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using static FaspayBilling.Tests.Accounts.GivenLink;

namespace FaspayBilling.Tests.Accounts;

public sealed class ListUsersTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Users_and_invited_ones_are_listed_by_name_and_a_locked_user_says_since_when(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var ayu = await db.UserAsync(fpy, "ayu@fpy.example", Role.Finance);
        await db.Get<LockUser>().HandleAsync(fpy.Admin, ayu.Id, default);
        foreach (var name in (string[])["Zaki", "Budi"])
        {
            await db.Get<InviteUser>().HandleAsync(fpy.Admin, new InviteRequest($"{name}@fpy.example", name, Role.Viewer), default);
        }

        var list = (await db.Get<ListUsers>().HandleAsync(fpy.Admin, default)).Value;

        list.Users.Select(u => (u.Name, u.Role, u.LockedAt))
            .Should().Equal(("ayu", Role.Finance, db.Clock.GetUtcNow().UtcDateTime), ("vina", Role.Viewer, null));
        list.Invited.Select(i => (i.Name, i.Email)).Should().Equal(("Budi", "Budi@fpy.example"), ("Zaki", "Zaki@fpy.example"));
    }

    [Fact]
    public async Task An_invitation_that_was_accepted_or_is_over_is_not_listed()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var accepted = await db.InviteAsync(fpy);
        await db.InviteAsync(fpy, "ayu@fpy.example");
        await db.Get<AcceptInvitation>().HandleAsync(
            SecretOf(accepted), "Fajar", DemoAccess.Password, Language.English, UserData.Office, default);

        (await InvitedAsync()).Should().Equal("ayu@fpy.example");
        db.Clock.Advance(InviteUser.Lifetime);
        (await InvitedAsync()).Should().BeEmpty();

        async Task<IEnumerable<string>> InvitedAsync() =>
            (await db.Get<ListUsers>().HandleAsync(fpy.Admin, default)).Value.Invited.Select(i => i.Email);
    }

    [Fact]
    public async Task Another_merchants_people_are_not_listed()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("T8V");
        await db.UserAsync(other, "agus@t8v.example", Role.Finance);
        await db.InviteAsync(other, "ani@t8v.example");

        var list = (await db.Get<ListUsers>().HandleAsync(fpy.Admin, default)).Value;

        list.Users.Should().BeEmpty();
        list.Invited.Should().BeEmpty();
    }
}
