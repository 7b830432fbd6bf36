using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Accounts;

public sealed class InvitationTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_invitation_is_mailed_once_and_makes_one_user_of_its_merchant_and_role(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        var link = await InviteAsync(db, fpy);
        var accepted = await db.Get<AcceptInvitation>().HandleAsync(Secret(link), "Fajar", DemoAccess.Password, Language.English, default);
        var again = await db.Get<AcceptInvitation>().HandleAsync(Secret(link), "Fajar", DemoAccess.Password, Language.English, default);

        accepted.Ok.Should().BeTrue();
        again.Refusal!.Code.Should().Be("user.link");
        (await db.ReadAsync(d => d.Set<User>().SingleAsync())).Should()
            .BeEquivalentTo(
                new { MerchantId = fpy.Id, Name = "Fajar", Email = "fajar@fpy.example", Role = Role.Finance, LockoutEnabled = true });
        (await db.ReadAsync(d => d.Set<OutboxMail>().SingleAsync())).Should().Match<OutboxMail>(m =>
            m.Kind == MailKind.Invitation
            && m.To == "fajar@fpy.example"
            && m.MerchantId == fpy.Id
            && m.Text.Contains(link)
            && m.Html.Contains(link));
        (await db.HistoryAsync(fpy))
            .Should().Equal("Invited fajar@fpy.example as Finance", "Accepted the invitation of Ada Admin: fajar@fpy.example is Finance");
    }

    [Theory]
    [InlineData(48 * 60 * 60 - 1, true)]
    [InlineData(48 * 60 * 60, false)]
    public async Task An_invitation_is_good_for_48_hours(int seconds, bool good)
    {
        await using var db = await TestDb.MakeAsync();
        var link = await InviteAsync(db, await db.Given.MerchantAsync());

        db.Clock.Advance(TimeSpan.FromSeconds(seconds));

        (await db.Get<AcceptInvitation>().ReadAsync(Secret(link), default)).Ok.Should().Be(good);
        (await db.Get<AcceptInvitation>().HandleAsync(Secret(link), "Fajar", DemoAccess.Password, Language.English, default)).Ok
            .Should().Be(good);
    }

    [Fact]
    public async Task A_second_invitation_of_an_address_ends_the_first_and_a_withdrawn_one_is_over()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        var first = await InviteAsync(db, fpy);
        var second = await InviteAsync(db, fpy, "FAJAR@fpy.example");
        (await db.Get<AcceptInvitation>().ReadAsync(Secret(first), default)).Refusal!.Code.Should().Be("user.link");
        var row = (await db.Get<ListUsers>().HandleAsync(fpy.Admin, default)).Value.Invited.Should().ContainSingle().Subject;

        (await db.Get<WithdrawInvitation>().HandleAsync(fpy.Admin, row.Id, default)).Ok.Should().BeTrue();
        (await db.Get<AcceptInvitation>().ReadAsync(Secret(second), default)).Refusal!.Code.Should().Be("user.link");
    }

    [Fact]
    public async Task Another_merchants_invitation_cannot_be_withdrawn()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var link = await InviteAsync(db, fpy);
        var id = await db.ReadAsync(d => d.Set<Invitation>().Select(i => i.Id).SingleAsync());

        (await db.Get<WithdrawInvitation>().HandleAsync((await db.Given.MerchantAsync("T8V")).Admin, id, default)).Refusal!.Code
            .Should().Be("user.link");
        (await db.Get<AcceptInvitation>().ReadAsync(Secret(link), default)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_written()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await db.UserAsync(await db.Given.MerchantAsync("T8V"), "taken@t8v.example", Role.Viewer);
        var invite = db.Get<InviteUser>();

        var both = await invite.HandleAsync(fpy.Admin, new InviteRequest("nobody", " ", Role.Viewer), default);
        var taken = await invite.HandleAsync(fpy.Admin, new InviteRequest("Taken@t8v.example", "T", Role.Viewer), default);

        both.Refusals.Select(r => (r.Code, r.Field)).Should().BeEquivalentTo([("user.name", "Name"), ("user.email", "Email")]);
        taken.Refusal.Should().BeEquivalentTo(new { Code = "user.email-taken", Field = "Email" });
        (await db.ReadAsync(d => d.Set<OutboxMail>().CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task A_weak_password_leaves_the_link_good()
    {
        await using var db = await TestDb.MakeAsync();
        var link = await InviteAsync(db, await db.Given.MerchantAsync());

        (await db.Get<AcceptInvitation>().HandleAsync(Secret(link), "Fajar", "short", Language.English, default)).Refusal!.Code
            .Should().Be("user.password");
        (await db.Get<AcceptInvitation>().HandleAsync(Secret(link), "Fajar", DemoAccess.Password, Language.English, default)).Ok
            .Should().BeTrue();
    }

    [Fact]
    public async Task The_secret_itself_is_nowhere_but_in_the_mail()
    {
        await using var db = await TestDb.MakeAsync();
        var secret = Secret(await InviteAsync(db, await db.Given.MerchantAsync()));

        (await db.ReadAsync(d => d.Set<Invitation>().Select(i => i.SecretHash).SingleAsync()))
            .Should().HaveLength(64).And
            .NotContain(secret);
    }

    private static async Task<string> InviteAsync(TestDb db, GivenMerchant merchant, string email = "fajar@fpy.example") =>
        (await db.Get<InviteUser>().HandleAsync(merchant.Admin, new InviteRequest(email, "Fajar", Role.Finance), default)).Value;

    private static string Secret(string link) => link.Split("link=")[1];
}
