using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Accounts;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Mail;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Outbox.Mail;

/// <summary>A personal link goes out with its mail and is nowhere else to be read.</summary>
public sealed class PersonalLinksTests : IAsyncLifetime
{
    private readonly TestMailServer server = new();
    private TestDb db = null!;
    private GivenMerchant fpy = null!;

    public async Task InitializeAsync()
    {
        db = await TestDb.MakeAsync(extra: server.Settings);
        fpy = await db.Given.MerchantAsync();
    }

    public async Task DisposeAsync()
    {
        await db.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task It_is_in_the_mail_that_leaves_and_forgotten_when_that_was_sent()
    {
        var link = await db.InviteAsync(fpy);

        await SendAsync();

        var received = server.Received.Should().ContainSingle().Subject;
        received.Text.Should().Contain(link).And.NotContain(PersonalLinks.Place);
        received.Html.Should().Contain($"href=\"{link}\"").And.NotContain(PersonalLinks.Place);
        (await OnlyAsync()).Should().Match<OutboxMail>(m => m.State == MailState.Sent && m.PersonalLink == "");
        (await ResendAsync()).Refusal!.Code.Should().Be("mail.link-removed");
    }

    [Fact]
    public async Task A_mail_that_failed_is_sent_again_with_it()
    {
        server.Answer("RCPT", "550 5.1.1 No such user here");
        var link = await db.InviteAsync(fpy);
        await SendAsync();
        (await OnlyAsync()).State.Should().Be(MailState.Failed);
        server.Recover();

        (await ResendAsync()).Ok.Should().BeTrue();
        await SendAsync();

        server.Received.Should().ContainSingle().Which.Text.Should().Contain(link);
    }

    [Fact]
    public async Task A_withdrawn_invitation_takes_its_mail_back()
    {
        await db.InviteAsync(fpy);
        var id = await db.ReadAsync(d => d.Set<Invitation>().Select(i => i.Id).SingleAsync());

        await db.Get<WithdrawInvitation>().HandleAsync(fpy.Admin, id, default);
        await SendAsync();

        server.Received.Should().BeEmpty();
        (await OnlyAsync()).Should().Match<OutboxMail>(m => m.State == MailState.Withdrawn && m.PersonalLink == "");
        (await ResendAsync()).Refusal!.Code.Should().Be("mail.link-removed");
    }

    [Fact]
    public async Task An_accepted_invitation_forgets_the_link_of_a_mail_that_failed()
    {
        server.Answer("RCPT", "550 5.1.1 No such user here");
        var link = await db.InviteAsync(fpy);
        await SendAsync();

        await db.Get<AcceptInvitation>().HandleAsync(
            GivenLink.SecretOf(link), "Fajar", DemoAccess.Password, Language.English, UserData.Office, default);

        (await OnlyAsync()).Should().Match<OutboxMail>(m => m.State == MailState.Failed && m.PersonalLink == "");
    }

    [Fact]
    public async Task A_second_invitation_takes_the_mail_of_the_first_back_and_no_other()
    {
        await db.InviteAsync(fpy, "ayu@fpy.example");
        await db.InviteAsync(fpy);

        var second = await db.InviteAsync(fpy, "FAJAR@fpy.example");
        await SendAsync();

        server.Received.Select(m => m.To).Should().BeEquivalentTo("ayu@fpy.example", "FAJAR@fpy.example");
        server.Received.Single(m => m.To == "FAJAR@fpy.example").Text.Should().Contain(second);
    }

    [Fact]
    public async Task A_mail_that_waited_until_its_link_was_over_is_withdrawn_and_the_history_says_so()
    {
        await db.InviteAsync(fpy);
        db.Clock.Advance(InviteUser.Lifetime);

        await SendAsync();

        server.Received.Should().BeEmpty();
        (await OnlyAsync()).Should().Match<OutboxMail>(m => m.State == MailState.Withdrawn && m.PersonalLink == "");
        (await db.HistoryAsync(fpy)).Should().EndWith("Mail to fajar@fpy.example withdrawn: its link is over");
    }

    [Fact]
    public async Task With_the_keys_its_mail_is_lost_and_fails_at_once()
    {
        await db.InviteAsync(fpy);
        await db.ReadAsync(d => d.DataProtectionKeys.ExecuteDeleteAsync());
        await using var another = db.AnotherNode();

        await another.Get<OutboxDelivery>().SendDueAsync(default);

        server.Received.Should().BeEmpty();
        (await OnlyAsync()).Should().Match<OutboxMail>(m => m.State == MailState.Failed && m.LastError!.Contains("keys"));
    }

    private Task<int> SendAsync() => db.Get<OutboxDelivery>().SendDueAsync(CancellationToken.None);

    private Task<OutboxMail> OnlyAsync() => db.ReadAsync(d => d.Set<OutboxMail>().AsNoTracking().SingleAsync());

    private async Task<Outcome> ResendAsync() => await db.Get<ResendMail>().HandleAsync(fpy.Finance, (await OnlyAsync()).Id, default);
}
