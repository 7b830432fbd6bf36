using System.Collections.Concurrent;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Outbox.Mail;

/// <summary>Which mail leaves next.</summary>
public sealed class MailTurnsTests
{
    private const string Wanted = "wanted@merchant.example";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_thousand_waiting_mails_of_one_merchant_do_not_delay_anothers(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await AddAsync(db, await db.Given.MerchantAsync(), count: 1_000);
        await (await db.Given.MerchantAsync("OTH")).MailAsync(to: Wanted);

        (await SentBeforeAsync(db)).Should().BeLessThan(20);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Several_merchants_take_turns(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        for (var merchant = 10; merchant < 22; merchant++)
        {
            await AddAsync(db, await db.Given.MerchantAsync($"M{merchant}"), count: 50);
        }

        await (await db.Given.MerchantAsync("OTH")).MailAsync(to: Wanted);

        // Eight at a time are read, twenty of each at the most.
        (await SentBeforeAsync(db)).Should().BeLessThan(200);
    }

    [Theory]
    [InlineData(MailKind.Invitation)]
    [InlineData(MailKind.Reset)]
    [InlineData(MailKind.SignIn)]
    public async Task An_urgent_mail_overtakes_what_waits(MailKind kind)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await AddAsync(db, fpy, count: 100);
        await fpy.MailAsync(to: Wanted, kind: kind);

        (await SentBeforeAsync(db)).Should().BeLessThan(10);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_an_hour_without_a_server_an_urgent_mail_leaves_within_two_minutes_of_its_return(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await AddAsync(db, fpy, count: 50);
        await fpy.MailAsync(to: Wanted, kind: MailKind.Reset);
        var server = new ServerThatIsAway();
        var delivery = Over(db, server);

        for (var minutes = 0; minutes < 60; minutes++)
        {
            await delivery.SendDueAsync(CancellationToken.None);
            db.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var tried = await MailsAsync(db);
        tried.Should().OnlyContain(m => m.State == MailState.Waiting);
        tried.Count(m => m.Attempts == 0).Should().BeGreaterThan(40, "a server that is away is tried by one mail at a time");

        server.Returned = true;
        for (var seconds = 0; seconds < 120 && server.Took.IsEmpty; seconds += 10)
        {
            await delivery.SendDueAsync(CancellationToken.None);
            db.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        server.Took.Should().Contain(Wanted);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_kill_between_taking_and_sending_counts_no_attempt(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await (await db.Given.MerchantAsync()).MailAsync();

        for (var kill = 1; kill <= 7; kill++)
        {
            await DieAsync(db);
            (await MailsAsync(db)).Should().ContainSingle().Which.Should().Match<OutboxMail>(
                m => m.State == MailState.Waiting && m.Attempts == 0 && m.LeasedUntil != null);
            await EndLeasesAsync(db);
            db.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        (await db.Get<OutboxDelivery>().SendDueAsync(CancellationToken.None)).Should().Be(1);
        (await MailsAsync(db)).Should().ContainSingle().Which.Should().Match<OutboxMail>(
            m => m.State == MailState.Sent && m.Attempts == 1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_mail_with_which_the_process_ended_twice_in_a_row_waits_ten_minutes(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await (await db.Given.MerchantAsync()).MailAsync();
        await DieAsync(db);
        await EndLeasesAsync(db);
        await DieAsync(db);
        await EndLeasesAsync(db);

        (await db.Get<OutboxDelivery>().SendDueAsync(CancellationToken.None)).Should().Be(0);
        db.Clock.Advance(TimeSpan.FromMinutes(10));
        (await db.Get<OutboxDelivery>().SendDueAsync(CancellationToken.None)).Should().Be(1);
    }

    // How many left before the wanted one.
    private static async Task<int> SentBeforeAsync(TestDb db)
    {
        using var stop = new CancellationTokenSource();
        var transport = new Counting(stop);
        await Over(db, transport).SendDueAsync(stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        return transport.Before;
    }

    private static async Task DieAsync(TestDb db)
    {
        using var crash = new CancellationTokenSource();
        var dying = Over(db, new DyingTransport(new Nowhere(), crash));
        await dying.Invoking(d => d.SendDueAsync(crash.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    private static OutboxDelivery Over(TestDb db, IMailTransport transport) =>
        new(db.Dbs, db.Write, db.Get<OutgoingFiles>(), db.Get<PersonalLinks>(), transport, db.Clock, NoLog.For<OutboxDelivery>());

    private static async Task AddAsync(TestDb db, GivenMerchant merchant, int count)
    {
        await using var context = await db.Dbs.CreateDbContextAsync();
        context.AddRange(Enumerable.Range(1, count).Select(number => new OutboxMail
        {
            MerchantId = merchant.Id,
            Kind = MailKind.Invoice,
            To = $"customer{number}@pelanggan.example",
            Subject = "Invoice",
            Text = "Amount due",
            Html = "<p>Amount due</p>",
            MessageId = OutboxMail.NewMessageId("http://faspay.example"),
            CreatedAt = db.Clock.Now(),
            NextTryAt = db.Clock.Now(),
        }));
        await context.SaveChangesAsync();
    }

    private static Task<List<OutboxMail>> MailsAsync(TestDb db) => db.ReadAsync(d => d.Set<OutboxMail>().AsNoTracking().ToListAsync());

    private static Task<int> EndLeasesAsync(TestDb db) => db.ReadAsync(async d =>
    {
        var past = await d.ClockAsync(CancellationToken.None) - TimeSpan.FromSeconds(1);
        return await d.Set<OutboxMail>().ExecuteUpdateAsync(s => s.SetProperty(m => m.LeasedUntil, past));
    });

    /// <summary>Takes everything, and ends the worker with the mail that is waited for.</summary>
    private sealed class Counting(CancellationTokenSource end) : IMailTransport
    {
        private int taken;

        public int Before { get; private set; } = int.MaxValue;

        public async Task SendAsync(OutgoingMail mail, CancellationToken stop)
        {
            var before = Interlocked.Increment(ref taken) - 1;
            if (mail.To == Wanted)
            {
                Before = before;
                await end.CancelAsync();
            }
        }
    }

    /// <summary>Nobody answers, until it has returned.</summary>
    private sealed class ServerThatIsAway : IMailTransport
    {
        public bool Returned { get; set; }

        public ConcurrentQueue<string> Took { get; } = new();

        public Task SendAsync(OutgoingMail mail, CancellationToken stop)
        {
            if (!Returned)
            {
                throw new MailRefusedException("The mail server did not answer within 30 seconds.", serverAway: true);
            }

            Took.Enqueue(mail.To);
            return Task.CompletedTask;
        }
    }

    /// <summary>Sends nothing.</summary>
    private sealed class Nowhere : IMailTransport
    {
        public Task SendAsync(OutgoingMail mail, CancellationToken stop) => Task.CompletedTask;
    }
}
