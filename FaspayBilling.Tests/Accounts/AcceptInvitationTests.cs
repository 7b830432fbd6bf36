using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;
using static FaspayBilling.Tests.Accounts.GivenLink;

namespace FaspayBilling.Tests.Accounts;

public sealed class AcceptInvitationTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_invitation_makes_one_user_of_its_merchant_and_role(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var link = await db.InviteAsync(fpy);

        var read = await db.Get<AcceptInvitation>().ReadAsync(SecretOf(link), default);
        var accepted = await AcceptAsync(db, link);
        var again = await AcceptAsync(db, link);

        read.Value.Should().Be(new InvitationRow(fpy.Merchant.Name, "fajar@fpy.example", "Fajar", Role.Finance, "Ada Admin"));
        accepted.Ok.Should().BeTrue();
        again.Refusal!.Code.Should().Be("user.link");
        (await db.ReadAsync(d => d.Set<User>().SingleAsync())).Should()
            .BeEquivalentTo(
                new { MerchantId = fpy.Id, Name = "Fajar", Email = "fajar@fpy.example", Role = Role.Finance, LockoutEnabled = true });
        (await db.HistoryAsync(fpy))
            .Should().Equal("Invited fajar@fpy.example as Finance", "Accepted the invitation of Ada Admin: fajar@fpy.example is Finance");
        var line = (await db.HistoryAsync())[^1];
        (line.Address, line.Browser).Should().Be((UserData.Office.Address, UserData.Office.Browser));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_link_used_twice_at_once_makes_one_user(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await using var node = db.AnotherNode();
        var link = await db.InviteAsync(await db.Given.MerchantAsync());

        var outcomes = await Together.RunAsync(new[] { db, node, db, node }.Select(d => (Func<Task<Outcome>>)(() => AcceptAsync(d, link))));

        outcomes.Should().ContainSingle(o => o.Ok);
        outcomes.Where(o => !o.Ok).Should().OnlyContain(o => o.Refusal!.Code == "user.link");
        (await db.ReadAsync(d => d.Set<User>().CountAsync())).Should().Be(1);
    }

    [Theory]
    [InlineData(48 * 60 * 60 - 1, true)]
    [InlineData(48 * 60 * 60, false)]
    public async Task An_invitation_is_good_for_48_hours(int seconds, bool good)
    {
        await using var db = await TestDb.MakeAsync();
        var link = await db.InviteAsync(await db.Given.MerchantAsync());

        db.Clock.Advance(TimeSpan.FromSeconds(seconds));

        (await db.Get<AcceptInvitation>().ReadAsync(SecretOf(link), default)).Ok.Should().Be(good);
        (await AcceptAsync(db, link)).Ok.Should().Be(good);
    }

    [Fact]
    public async Task A_weak_password_leaves_the_link_good()
    {
        await using var db = await TestDb.MakeAsync();
        var link = await db.InviteAsync(await db.Given.MerchantAsync());

        (await AcceptAsync(db, link, password: "short")).Refusal!.Code.Should().Be("user.password");
        (await AcceptAsync(db, link)).Ok.Should().BeTrue();
    }

    [Theory]
    [InlineData("Fajar-12345", "user.password:own")]
    [InlineData("ptfpyindonesia1", "user.password:own")]
    [InlineData("Password123", "user.password:common")]
    public async Task A_password_that_others_would_try_leaves_the_link_good(string password, string why)
    {
        await using var db = await TestDb.MakeAsync();
        var link = await db.InviteAsync(await db.Given.MerchantAsync());

        (await AcceptAsync(db, link, password: password)).Refusal!.Message.Key.Should().Be(why);
        (await AcceptAsync(db, link)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task A_missing_name_and_an_address_that_was_taken_meanwhile_make_nobody()
    {
        await using var db = await TestDb.MakeAsync();
        var link = await db.InviteAsync(await db.Given.MerchantAsync());

        (await AcceptAsync(db, link, name: " ")).Refusals.Select(r => (r.Code, r.Field)).Should().Equal(("user.name", "Name"));
        await db.UserAsync(await db.Given.MerchantAsync("T8V"), "FAJAR@fpy.example", Role.Viewer);

        (await AcceptAsync(db, link)).Refusal.Should().Be(UserRefusals.UserEmailTaken);
        (await db.ReadAsync(d => d.Set<User>().CountAsync())).Should().Be(1);
        (await db.ReadAsync(d => d.Set<Invitation>().SingleAsync())).UsedAt.Should().BeNull();
    }

    private static Task<Outcome> AcceptAsync(
        TestDb db, string link, string name = "Fajar", string password = DemoAccess.Password) =>
        db.Get<AcceptInvitation>().HandleAsync(SecretOf(link), name, password, Language.English, UserData.Office, default);
}
