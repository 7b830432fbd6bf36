using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Live;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace FaspayBilling.Tests.Outbox.Mail;

public sealed class OutboxWorkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task A_commit_wakes_the_worker_at_once()
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(extra: server.Settings);
        var fpy = await db.Given.MerchantAsync();
        var worker = await StartAsync(db);
        var sent = NextChange(db, fpy);

        await fpy.MailAsync();
        db.Live.Publish(new LiveChange(fpy.Id, [new ChangedRow(HistorySubject.Threshold, null)]));
        await sent;

        server.Received.Should().ContainSingle();
        await worker.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_mail_that_waited_over_a_restart_is_sent_at_the_start()
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(extra: server.Settings);
        var fpy = await db.Given.MerchantAsync();
        await fpy.MailAsync();
        var sent = NextChange(db, fpy);

        var worker = await StartAsync(db);
        await sent;

        server.Received.Should().ContainSingle();
        await worker.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_hanging_server_does_not_hold_up_a_write()
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(extra: server.Settings);
        var fpy = await db.Given.MerchantAsync();
        await fpy.MailAsync();
        var slow = new TransportThatWaits();
        var sending = Over(db, slow).SendDueAsync(CancellationToken.None);
        await slow.Started;

        var click = await db.Write
            .RunAsync(fpy.Admin, new(HistorySubject.Threshold, "Change"), _ => Task.FromResult(Outcome.Done), CancellationToken.None)
            .WaitAsync(Patience);

        click.Ok.Should().BeTrue();
        slow.Accept();
        await sending;
    }

    [Fact]
    public async Task A_stop_lets_the_mail_in_hand_finish()
    {
        await using var db = await TestDb.MakeAsync();
        await (await db.Given.MerchantAsync()).MailAsync();
        var slow = new TransportThatWaits();
        using var stop = new CancellationTokenSource();
        var sending = Over(db, slow).SendDueAsync(stop.Token);
        await slow.Started;

        await stop.CancelAsync();
        slow.Accept();
        await sending.ContinueWith(_ => { }, TaskScheduler.Default);

        (await db.ReadAsync(d => d.Set<OutboxMail>().SingleAsync())).State.Should().Be(MailState.Sent);
    }

    private static OutboxDelivery Over(TestDb db, IMailTransport transport) =>
        new(db.Dbs, db.Write, db.Get<OutgoingFiles>(), db.Get<PersonalLinks>(), transport, db.Clock, NoLog.For<OutboxDelivery>());

    private static async Task<IHostedService> StartAsync(TestDb db)
    {
        var worker = db.Get<IEnumerable<IHostedService>>().Single(s => s.GetType().GenericTypeArguments is [{ Name: "OutboxWorker" }]);
        await worker.StartAsync(CancellationToken.None);
        return worker;
    }

    private static Task NextChange(TestDb db, GivenMerchant fpy)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        db.Live.Subscribe(fpy.Id, change => { if (change.Touches(HistorySubject.Mail)) heard.TrySetResult(); });
        return heard.Task.WaitAsync(Patience);
    }
}
