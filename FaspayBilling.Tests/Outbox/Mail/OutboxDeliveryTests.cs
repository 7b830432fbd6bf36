using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Outbox.Mail;

public sealed class OutboxDeliveryTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_waiting_mail_is_sent_once(Database database)
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(database, extra: server.Settings);
        await AddAsync(db);

        (await SendAsync(db)).Should().Be(1);
        (await SendAsync(db)).Should().Be(0);

        server.Received.Should().ContainSingle();
        var mail = await OnlyAsync(db);
        mail.State.Should().Be(MailState.Sent);
        mail.Attempts.Should().Be(1);
        mail.SentAt.Should().Be(db.Clock.GetUtcNow().UtcDateTime);
        mail.LeasedUntil.Should().BeNull();
    }

    [Fact]
    public async Task A_recipient_the_server_does_not_know_fails_at_once_with_its_words()
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(extra: server.Settings);
        await AddAsync(db);
        server.Answer("RCPT", "550 5.1.1 No such user here");

        await SendAsync(db);

        var mail = await OnlyAsync(db);
        mail.State.Should().Be(MailState.Failed);
        mail.LastError.Should().Contain("5.1.1 No such user here");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_busy_server_is_tried_again_later_and_later_and_then_no_more(Database database)
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(database, extra: server.Settings);
        await AddAsync(db);
        server.Answer("RCPT", "450 4.2.1 Mailbox busy");
        var waits = new List<double>();

        while ((await OnlyAsync(db)).State == MailState.Waiting)
        {
            (await SendAsync(db)).Should().Be(1);
            (await SendAsync(db)).Should().Be(0, "it is not due yet");
            var mail = await OnlyAsync(db);
            var wait = mail.NextTryAt - db.Clock.GetUtcNow().UtcDateTime;
            if (mail.State == MailState.Waiting) waits.Add(wait.TotalMinutes);
            db.Clock.Advance(wait);
        }

        waits.Should().Equal(1, 5, 15, 60, 360);
        var given = await OnlyAsync(db);
        given.State.Should().Be(MailState.Failed);
        given.Attempts.Should().Be(6);
        given.LastError.Should().Contain("4.2.1 Mailbox busy");
    }

    [Fact]
    public async Task A_server_that_comes_back_gets_the_mail()
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(extra: server.Settings);
        await AddAsync(db);
        server.DropAt("CONNECT");
        await SendAsync(db);
        server.Recover();
        db.Clock.Advance(TimeSpan.FromMinutes(1));

        await SendAsync(db);

        server.Received.Should().ContainSingle();
        (await OnlyAsync(db)).Should().Match<OutboxMail>(m => m.State == MailState.Sent && m.Attempts == 2 && m.LastError == null);
    }

    [Fact]
    public async Task A_dead_server_leaves_the_mail_waiting()
    {
        var server = new TestMailServer();
        await server.DisposeAsync();
        await using var db = await TestDb.MakeAsync(extra: server.Settings);
        await AddAsync(db);

        await SendAsync(db);

        (await OnlyAsync(db)).Should().Match<OutboxMail>(m => m.State == MailState.Waiting && m.LastError!.Contains("cannot be used"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_crash_after_the_servers_yes_sends_a_second_copy_with_the_same_Message_Id(Database database)
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(database, extra: server.Settings);
        await AddAsync(db);
        using var crash = new CancellationTokenSource();
        var dying = Over(db, new DyingTransport(db.Get<IMailTransport>(), crash));
        await dying.Invoking(d => d.SendDueAsync(crash.Token)).Should().ThrowAsync<OperationCanceledException>();
        (await OnlyAsync(db)).State.Should().Be(MailState.Waiting);
        (await SendAsync(db)).Should().Be(0, "the lease of the dead process still runs");

        await EndLeasesAsync(db);
        await SendAsync(db);

        server.Received.Should().HaveCount(2);
        server.Received.Select(m => m.MessageId).Distinct().Should().ContainSingle();
        (await OnlyAsync(db)).State.Should().Be(MailState.Sent);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_nodes_at_once_send_every_mail_once(Database database)
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(database, extra: server.Settings);
        await using var another = db.AnotherNode();
        await AddAsync(db, count: 30);

        await Task.WhenAll(EmptyAsync(db), EmptyAsync(another), EmptyAsync(db), EmptyAsync(another));

        server.Received.Should().HaveCount(30);
        server.Received.Select(m => m.MessageId).Should().OnlyHaveUniqueItems();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_lease_is_two_minutes_of_the_databases_clock(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await AddAsync(db);
        var slow = new TransportThatWaits();
        var sending = Over(db, slow).SendDueAsync(CancellationToken.None);
        await slow.Started;

        var left = (await OnlyAsync(db)).LeasedUntil!.Value - await db.ReadAsync(d => d.ClockAsync(CancellationToken.None));

        left.Should().BeCloseTo(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(30));
        slow.Accept();
        await sending;
    }

    [Fact]
    public async Task A_worker_whose_lease_ended_does_not_overwrite_what_another_wrote()
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(extra: server.Settings);
        await AddAsync(db);
        var slow = new TransportThatWaits();
        var first = Over(db, slow).SendDueAsync(CancellationToken.None);
        await slow.Started;
        await EndLeasesAsync(db);
        await SendAsync(db);

        slow.Fail("too late");
        await first;

        (await OnlyAsync(db)).Should().Match<OutboxMail>(m => m.State == MailState.Sent && m.LastError == null);
    }

    private static OutboxDelivery Over(TestDb db, IMailTransport transport) =>
        new(db.Dbs, db.Write, db.Get<OutgoingFiles>(), db.Get<PersonalLinks>(), transport, db.Clock, NoLog.For<OutboxDelivery>());

    private static Task<int> SendAsync(TestDb db) => db.Get<OutboxDelivery>().SendDueAsync(CancellationToken.None);

    private static async Task EmptyAsync(TestDb node)
    {
        while (await SendAsync(node) > 0)
        {
        }
    }

    private static async Task AddAsync(TestDb db, int count = 1)
    {
        var fpy = await db.Given.MerchantAsync();
        for (var i = 0; i < count; i++)
        {
            await fpy.MailAsync();
        }
    }

    private static Task<OutboxMail> OnlyAsync(TestDb db) => db.ReadAsync(d => d.Set<OutboxMail>().AsNoTracking().SingleAsync());

    private static Task<int> EndLeasesAsync(TestDb db) => db.ReadAsync(async d =>
    {
        var past = await d.ClockAsync(CancellationToken.None) - TimeSpan.FromSeconds(1);
        return await d.Set<OutboxMail>().ExecuteUpdateAsync(s => s.SetProperty(m => m.LeasedUntil, past));
    });
}
