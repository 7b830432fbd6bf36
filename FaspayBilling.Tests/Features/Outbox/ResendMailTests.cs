using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Outbox;

public sealed class ResendMailTests : IAsyncLifetime
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

    [Theory]
    [InlineData(MailState.Failed)]
    [InlineData(MailState.Sent)]
    public async Task A_failed_or_sent_mail_goes_out_again_at_once(MailState state)
    {
        var mail = await fpy.MailAsync(state, also: m => (m.Attempts, m.LastError) = (6, "busy"));

        (await ResendAsync(fpy.Finance, mail.Id)).Ok.Should().BeTrue();
        await db.Get<OutboxDelivery>().SendDueAsync(CancellationToken.None);

        server.Received.Should().ContainSingle().Which.MessageId.Should().Be(mail.MessageId);
        (await OnlyAsync()).Should().Match<OutboxMail>(m => m.State == MailState.Sent && m.Attempts == 1 && m.LastError == null);
    }

    [Fact]
    public async Task Resend_pressed_twice_in_one_question_mails_once()
    {
        var mail = await fpy.MailAsync(MailState.Sent);
        var sent = fpy.Finance with { Form = new SentForm("one-opened-question") };

        for (var press = 1; press <= 2; press++)
        {
            (await ResendAsync(sent, mail.Id)).Ok.Should().BeTrue();
            await db.Get<OutboxDelivery>().SendDueAsync(CancellationToken.None);
        }

        server.Received.Should().ContainSingle();
        (await HistoryAsync()).Should().ContainSingle();
    }

    [Theory]
    [InlineData(MailState.Waiting, "mail.not-resendable")]
    [InlineData(MailState.Withdrawn, "mail.withdrawn")]
    public async Task A_waiting_or_withdrawn_mail_is_not_resent(MailState state, string code)
    {
        var mail = await fpy.MailAsync(state);

        (await ResendAsync(fpy.Finance, mail.Id)).Refusal!.Code.Should().Be(code);
    }

    [Theory]
    [InlineData(MailState.Sent, "", 1)]
    [InlineData(MailState.Withdrawn, "", 1)]
    [InlineData(MailState.Failed, "kept", 0)]
    public async Task A_mail_whose_personal_link_was_removed_or_is_over_is_not_resent(MailState state, string link, int hours)
    {
        var mail = await fpy.MailAsync(state, link: link, linkUntil: db.Clock.GetUtcNow().UtcDateTime.AddHours(hours));

        (await ResendAsync(fpy.Finance, mail.Id)).Refusal!.Code.Should().Be("mail.link-removed");
        (await db.Get<ListMail>().HandleAsync(fpy.Finance, new MailQuery(), default)).Rows.Should().ContainSingle().Which
            .LostLink.Should().BeTrue("its menu does not offer it");
    }

    [Fact]
    public async Task A_viewer_may_not_resend_and_the_attempt_is_in_the_history()
    {
        var mail = await fpy.MailAsync(MailState.Failed);

        (await ResendAsync(fpy.Viewer, mail.Id)).Refusal!.Code.Should().Be("not-allowed");

        (await OnlyAsync()).State.Should().Be(MailState.Failed);
        (await HistoryAsync())
            .Should().ContainSingle().Which
            .Should().Match<HistoryEntry>(h => h.RefusalCode == "not-allowed" && h.SubjectId == mail.Id && h.Who == "Vera Viewer");
    }

    [Fact]
    public async Task The_history_says_who_sent_it_again()
    {
        var mail = await fpy.MailAsync(MailState.Failed);

        await ResendAsync(fpy.Finance, mail.Id);

        (await HistoryAsync())
            .Should().ContainSingle().Which
            .Should().Match<HistoryEntry>(h => h.Who == "Fina Finance" && h.SubjectId == mail.Id && h.RefusalCode == null);
    }

    [Fact]
    public async Task Another_merchants_mail_is_not_found()
    {
        var mail = await fpy.MailAsync(MailState.Failed);
        var other = await db.Given.MerchantAsync("OTH");

        (await ResendAsync(other.Admin, mail.Id)).Refusal!.Code.Should().Be("mail.not-found");
        (await OnlyAsync()).State.Should().Be(MailState.Failed);
    }

    private Task<Outcome> ResendAsync(Actor actor, long id) => db.Get<ResendMail>().HandleAsync(actor, id, CancellationToken.None);

    private Task<OutboxMail> OnlyAsync() => db.ReadAsync(d => d.Set<OutboxMail>().SingleAsync());

    private Task<List<HistoryEntry>> HistoryAsync() => db.ReadAsync(d => d.Set<HistoryEntry>().ToListAsync());
}
