using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Mail;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaspayBilling.Tests.Outbox.Mail;

/// <summary>A database that is away for a while is never the mail's fault, and sends no second copy.</summary>
public sealed class MailOutageTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_left_is_written_down_when_the_database_is_back(Database database)
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(database, extra: server.Settings);
        await (await db.Given.MerchantAsync()).MailAsync();
        var transport = new Interrupting(db.Get<IMailTransport>(), db);

        var sending = Over(db, transport).SendDueAsync(CancellationToken.None);
        await transport.Left.WaitAsync(TimeSpan.FromSeconds(30));
        for (var step = 0; !sending.IsCompleted; step++)
        {
            if (step == 3)
            {
                await transport.Outage!.DisposeAsync();
            }

            db.Clock.Advance(TimeSpan.FromMilliseconds(step < 3 ? 10 : 1_000));
            await Task.WhenAny(sending, Task.Delay(100));
        }

        await sending;
        await Over(db, db.Get<IMailTransport>()).SendDueAsync(CancellationToken.None);
        server.Received.Should().ContainSingle();
        (await OnlyAsync(db)).Should().BeEquivalentTo(new { State = MailState.Sent, Attempts = 1, LastError = (string?)null });
    }

    [Fact]
    public async Task What_could_not_be_read_is_no_attempt_and_no_refusal()
    {
        await using var db = await TestDb.MakeAsync();
        await (await db.Given.MerchantAsync()).MailAsync();

        await Over(db, new Unreadable()).SendDueAsync(CancellationToken.None);

        var mail = await OnlyAsync(db);
        mail.Should().BeEquivalentTo(new { State = MailState.Waiting, Attempts = 0, LastError = (string?)null });
        (mail.NextTryAt - db.Clock.GetUtcNow().UtcDateTime).Should().BePositive().And.BeLessThan(TimeSpan.FromMinutes(1));
    }

    private static OutboxDelivery Over(TestDb db, IMailTransport transport) =>
        new(db.Dbs, db.Write, db.Get<OutgoingFiles>(), db.Get<PersonalLinks>(), transport, db.Clock, NoLog.For<OutboxDelivery>());

    private static Task<OutboxMail> OnlyAsync(TestDb db) => db.ReadAsync(d => d.Set<OutboxMail>().AsNoTracking().SingleAsync());

    /// <summary>The database goes away right after the server took the mail.</summary>
    private sealed class Interrupting(IMailTransport real, TestDb db) : IMailTransport
    {
        private readonly TaskCompletionSource left = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Outage? Outage { get; private set; }

        public Task Left => left.Task;

        public async Task SendAsync(OutgoingMail mail, CancellationToken stop)
        {
            await real.SendAsync(mail, stop);
            Outage = await Outage.BeginAsync(db);
            left.SetResult();
        }
    }

    /// <summary>As it comes from below where a file of the mail should be read: wrapped by the driver, and once more by EF.</summary>
    private sealed class Unreadable : IMailTransport
    {
        public Task SendAsync(OutgoingMail mail, CancellationToken stop) =>
            throw new InvalidOperationException("likely transient", new NpgsqlException("Failed to connect"));
    }
}
