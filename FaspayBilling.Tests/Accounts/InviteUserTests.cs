using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;
using static FaspayBilling.Tests.Accounts.GivenLink;

namespace FaspayBilling.Tests.Accounts;

public sealed class InviteUserTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_invitation_is_mailed_once_and_its_link_is_kept_only_encrypted(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        var link = await db.InviteAsync(fpy);

        (await db.ReadAsync(d => d.Set<OutboxMail>().SingleAsync())).Should().Match<OutboxMail>(m =>
            m.Kind == MailKind.Invitation
            && m.To == "fajar@fpy.example"
            && m.MerchantId == fpy.Id
            && m.Text.Contains(PersonalLinks.Place)
            && m.Html.Contains(PersonalLinks.Place)
            && m.LinkUntil == db.Clock.GetUtcNow().UtcDateTime + InviteUser.Lifetime
            && !$"{m.Text} {m.Html} {m.PersonalLink}".Contains(SecretOf(link)));
        (await db.HistoryAsync(fpy)).Should().Equal("Invited fajar@fpy.example as Finance");
    }

    [Fact]
    public async Task A_second_invitation_of_an_address_ends_the_first()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var another = await db.InviteAsync(fpy, "ayu@fpy.example");

        var first = await db.InviteAsync(fpy);
        var second = await db.InviteAsync(fpy, "FAJAR@fpy.example");

        (await db.Get<AcceptInvitation>().ReadAsync(SecretOf(first), default)).Refusal!.Code.Should().Be("user.link");
        (await db.Get<AcceptInvitation>().ReadAsync(SecretOf(second), default)).Ok.Should().BeTrue();
        (await db.Get<AcceptInvitation>().ReadAsync(SecretOf(another), default)).Ok.Should().BeTrue();
        (await db.ReadAsync(d => d.Set<Invitation>().CountAsync())).Should().Be(2);
    }

    [Fact]
    public async Task Who_replaces_an_invitation_is_told_so_and_nobody_else_is()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invite = db.Get<InviteUser>();
        var first = await AskAsync("fajar@fpy.example");
        var another = await AskAsync("ayu@fpy.example");

        var second = await AskAsync(" FAJAR@fpy.example ");
        db.Clock.Advance(InviteUser.Lifetime);
        var late = await AskAsync("fajar@fpy.example");

        second.Ok.Should().BeTrue();
        second.Warnings.Select(w => w.Sentence()).Should().Equal(
            "This replaces an earlier invitation of FAJAR@fpy.example, whose link no longer works.");
        new[] { first, another, late }.SelectMany(o => o.Warnings).Should().BeEmpty("no link stopped working");

        Task<Outcome<string>> AskAsync(string email) =>
            invite.HandleAsync(fpy.Admin, new InviteRequest(email, "Fajar", Role.Finance), default);
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
    public async Task The_invitation_keeps_only_the_hash_of_its_secret()
    {
        await using var db = await TestDb.MakeAsync();
        var secret = SecretOf(await db.InviteAsync(await db.Given.MerchantAsync()));

        (await db.ReadAsync(d => d.Set<Invitation>().Select(i => i.SecretHash).SingleAsync()))
            .Should().HaveLength(64).And
            .NotContain(secret);
    }
}
