using FaspayBilling.Core.Faults;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Unavailable;

/// <summary>What left and could not be written down before its lease was over leaves once more, and is told from a refusal.</summary>
public sealed class LostLeaseTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_lease_that_ends_while_the_database_is_away_lets_the_mail_leave_once_more_under_the_same_id(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await (await db.Given.MerchantAsync()).MailAsync();
        var transport = new Interrupting(db);

        var sending = SendAsync(db, transport);
        await transport.Away.WaitAsync(TimeSpan.FromSeconds(30));
        for (var waited = TimeSpan.Zero; !sending.IsCompleted; waited += TimeSpan.FromSeconds(5))
        {
            waited.Should().BeLessThan(TimeSpan.FromMinutes(10), "it gives up when the lease is over");
            db.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAny(sending, Task.Delay(100));
        }

        var gaveUp = await FluentActions.Awaiting(() => sending).Should().ThrowAsync<Exception>();
        DatabaseFault.Is(gaveUp.Which).Should().BeTrue();
        await transport.Outage!.DisposeAsync();
        (await OnlyAsync(db)).Should().BeEquivalentTo(new { State = MailState.Waiting, LastError = (string?)null });
        await db.ReadAsync(d => d.Set<OutboxMail>().ExecuteUpdateAsync(set => set.SetProperty(m => m.LeasedUntil, DateTime.UnixEpoch)));

        (await SendAsync(db, transport)).Should().Be(1);

        transport.Sent.Should().HaveCount(2);
        transport.Sent.Distinct().Should().ContainSingle("whoever has it sees that both are one");
        (await OnlyAsync(db)).Should().BeEquivalentTo(new { State = MailState.Sent, LastError = (string?)null });
    }

    private static Task<int> SendAsync(TestDb db, IMailTransport transport) => new OutboxDelivery(
        db.Dbs,
        db.Write,
        db.Get<OutgoingFiles>(),
        db.Get<PersonalLinks>(),
        transport,
        db.Clock,
        NoLog.For<OutboxDelivery>()).SendDueAsync(CancellationToken.None);

    private static Task<OutboxMail> OnlyAsync(TestDb db) => db.ReadAsync(d => d.Set<OutboxMail>().AsNoTracking().SingleAsync());

    /// <summary>The database goes away when the first mail has left.</summary>
    private sealed class Interrupting(TestDb db) : IMailTransport
    {
        private readonly TaskCompletionSource away = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<string> Sent { get; } = [];

        public Outage? Outage { get; private set; }

        public Task Away => away.Task;

        public async Task SendAsync(OutgoingMail mail, CancellationToken stop)
        {
            Sent.Add(mail.MessageId);
            if (Sent.Count == 1)
            {
                // Who looks for a second mail has found none by then.
                await Task.Delay(TimeSpan.FromMilliseconds(500), stop);
                Outage = await Outage.BeginAsync(db);
                away.SetResult();
            }
        }
    }
}
