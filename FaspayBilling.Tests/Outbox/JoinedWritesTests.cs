using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Outbox;

/// <summary>Several mails that are taken or told of at the same moment share a write, and nothing else.</summary>
public sealed class JoinedWritesTests
{
    private const int AtOnce = 4;

    [Theory, OnSqlite, OnPostgres]
    public async Task Mails_that_leave_at_the_same_moment_are_all_taken_and_told_of_once(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await AddAsync(db);

        (await SendAsync(db)).Should().Be(AtOnce);

        var mails = await MailsAsync(db);
        mails.Should().HaveCount(AtOnce).And.AllSatisfy(
            m => (m.State, m.Attempts, m.LeasedUntil, m.Version).Should().Be((MailState.Sent, 1, null, 2)));
    }

    [Fact]
    public async Task Those_that_wait_for_their_turn_are_taken_by_one_statement()
    {
        await using var db = await TestDb.MakeAsync();
        await AddAsync(db);
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var inside = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var other = db.Write.RunAsync(Actor.System(1), new AuditedAction(HistorySubject.Mail, "mail.send"), async _ =>
        {
            inside.SetResult();
            await turn.Task;
            return Outcome.Done;
        }, CancellationToken.None);
        await inside.Task;
        using var sql = SqlCommands.Watch();

        var sending = SendAsync(db);
        await Task.Delay(TimeSpan.FromSeconds(1));
        turn.SetResult();
        await Task.WhenAll(other, sending);

        sql.Sent.Count(s => s.StartsWith("UPDATE", StringComparison.Ordinal) && s.Contains("\"Version\" + 1", StringComparison.Ordinal))
            .Should().Be(1);
    }

    [Fact]
    public async Task A_mail_whose_outcome_cannot_be_written_holds_up_none_of_those_beside_it()
    {
        await using var db = await TestDb.MakeAsync();
        await AddAsync(db);
        await db.ReadAsync(d => d.Database.ExecuteSqlRawAsync("""
            CREATE TRIGGER "Broken" BEFORE UPDATE OF "State" ON "OutboxMails" WHEN new."Id" = 2 BEGIN SELECT RAISE(ABORT, 'broken'); END;
            """));

        await FluentActions.Awaiting(() => SendAsync(db)).Should().ThrowAsync<DbUpdateException>();

        (await MailsAsync(db)).Select(m => m.State)
            .Should().Equal(MailState.Sent, MailState.Waiting, MailState.Sent, MailState.Sent);
    }

    private static async Task AddAsync(TestDb db)
    {
        var fpy = await db.Given.MerchantAsync();
        for (var i = 0; i < AtOnce; i++)
        {
            await fpy.MailAsync();
        }
    }

    private static async Task<int> SendAsync(TestDb db) => await new OutboxDelivery(
        db.Dbs,
        db.Write,
        db.Get<OutgoingFiles>(),
        db.Get<PersonalLinks>(),
        new AllAtOnce(),
        db.Clock,
        NoLog.For<OutboxDelivery>()).SendDueAsync(CancellationToken.None);

    private static Task<List<OutboxMail>> MailsAsync(TestDb db) =>
        db.ReadAsync(d => d.Set<OutboxMail>().AsNoTracking().OrderBy(m => m.Id).ToListAsync());

    /// <summary>Says yes to all of them at the same moment.</summary>
    private sealed class AllAtOnce : IMailTransport
    {
        private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int waiting;

        public Task SendAsync(OutgoingMail mail, CancellationToken stop)
        {
            if (Interlocked.Increment(ref waiting) == AtOnce)
            {
                all.SetResult();
            }

            return all.Task;
        }
    }
}
