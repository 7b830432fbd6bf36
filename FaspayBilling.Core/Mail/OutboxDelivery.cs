using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Core.Mail;

/// <summary>
/// Sends the mails that are due: takes each by a lease, hands it to the transport, writes down what happened. At least once: a
/// second copy, with the same Message-Id, goes out only when the process dies between the server's yes and the commit.
/// </summary>
public sealed partial class OutboxDelivery(
    IDbContextFactory<BillingDb> dbs, WriteTransaction transaction, OutgoingFiles files, IMailTransport transport, TimeProvider clock, ILogger<OutboxDelivery> log)
{
    private const int Batch = 20;
    private const int AtOnce = 4;
    private const int LongestError = 500;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly Attempt Sending = new(HistorySubject.Mail, "Send a mail");

    /// <summary>Sends up to 20 due mails, a few at once, and returns how many it took. On <paramref name="stop"/> what is under way has 5 seconds more.</summary>
    public async Task<int> SendDueAsync(CancellationToken stop)
    {
        var taken = 0;
        await Parallel.ForEachAsync(await DueAsync(stop), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (due, _) =>
        {
            if (await TakeAsync(due, stop) is { } mail)
            {
                Interlocked.Increment(ref taken);
                await SendAsync(mail, stop);
            }
        });
        return taken;
    }

    private async Task<List<DueMail>> DueAsync(CancellationToken stop)
    {
        var now = clock.Now();
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await Free(db.Set<OutboxMail>(), now, await db.ClockAsync(stop)).OrderBy(m => m.NextTryAt).Take(Batch).Select(m => new DueMail(m.Id, m.MerchantId)).ToListAsync(stop);
    }

    // Leases run by the database's clock: nodes whose clocks differ agree on when one ends.
    private static IQueryable<OutboxMail> Free(IQueryable<OutboxMail> mails, DateTime now, DateTime databaseNow) =>
        mails.Where(m => m.State == MailState.Waiting && m.NextTryAt <= now && (m.LeasedUntil == null || m.LeasedUntil < databaseNow));

    private async Task<MailInHand?> TakeAsync(DueMail due, CancellationToken stop)
    {
        var taken = await transaction.RunAsync(Actor.System(due.MerchantId), Sending, async write =>
        {
            var mails = write.Db.Set<OutboxMail>().Where(m => m.Id == due.Id);
            var databaseNow = await write.Db.ClockAsync(write.Stop);
            var mine = await Free(mails, write.Now, databaseNow).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.LeasedUntil, databaseNow + Lease)
                    .SetProperty(m => m.Attempts, m => m.Attempts + 1)
                    .SetProperty(m => m.Version, m => m.Version + 1),
                write.Stop);
            var mail = mine == 0 ? null : await mails
                .Select(m => new MailInHand(m.Id, m.MerchantId, m.Attempts, m.Version, new OutgoingMail(m.To, m.Subject, m.Text, m.Html, m.MessageId)))
                .SingleAsync(write.Stop);
            return Outcome<MailInHand?>.With(mail);
        }, stop);
        return taken.Ok ? taken.Value : null;
    }

    private async Task SendAsync(MailInHand mail, CancellationToken stop)
    {
        using var hurry = new CancellationTokenSource();
        await using var stopping = stop.Register(() => hurry.CancelAfter(Grace));
        try
        {
            var attached = await files.ReadAsync(mail.MerchantId, mail.Id, hurry.Token);
            await transport.SendAsync(mail.Mail with { Files = attached }, hurry.Token);
            await RecordAsync(mail, SentAsync);
            LogSent(mail.Id, mail.Attempt);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // It stays waiting; the next start takes it when the lease has ended.
        }
        catch (MailRefusedException refused)
        {
            await RecordAsync(mail, (row, write) => RefusedAsync(row, write, refused.Message, refused.ForGood));
            LogRefused(mail.Id, mail.Attempt);
        }
        catch (Exception broken) when (broken is not DbUpdateException and not System.Data.Common.DbException)
        {
            await RecordAsync(mail, (row, write) => RefusedAsync(row, write, broken.Message, forGood: false));
            LogBroken(mail.Id, broken);
        }
    }

    private Task RecordAsync(MailInHand mail, Func<OutboxMail, Write, Task> record) =>
        transaction.RunAsync(Actor.System(mail.MerchantId), Sending, async write =>
        {
            // Not found: the lease ended meanwhile and somebody else has it now.
            if (await write.Db.Set<OutboxMail>().SingleOrDefaultAsync(m => m.Id == mail.Id && m.Version == mail.Version, write.Stop) is { } row)
            {
                row.LeasedUntil = null;
                await record(row, write);
                write.Touch(HistorySubject.Mail, row.Id);
            }

            return Outcome.Done;
        }, CancellationToken.None);

    private static Task SentAsync(OutboxMail mail, Write write)
    {
        mail.State = MailState.Sent;
        mail.SentAt = write.Now;
        mail.LastError = null;
        return MailedThings.SentAsync(write, mail);
    }

    private static async Task RefusedAsync(OutboxMail mail, Write write, string words, bool forGood)
    {
        mail.LastError = words.Length <= LongestError ? words : words[..LongestError];
        if (!forGood && MailBackOff.After(mail.Attempts) is { } wait)
        {
            mail.NextTryAt = write.Now + wait;
            return;
        }

        mail.State = MailState.Failed;
        write.History(HistorySubject.Mail, mail.Id, $"Mail to {mail.To} failed: {mail.LastError}");
        await MailedThings.FailedAsync(write, mail);
    }

    [LoggerMessage(LogLevel.Information, "Mail {Id} was sent at attempt {Attempt}")]
    private partial void LogSent(long id, int attempt);

    [LoggerMessage(LogLevel.Warning, "Mail {Id} was not sent at attempt {Attempt}; the mail outbox shows why")]
    private partial void LogRefused(long id, int attempt);

    [LoggerMessage(LogLevel.Error, "Mail {Id} could not be sent")]
    private partial void LogBroken(long id, Exception broken);

    private readonly record struct DueMail(long Id, long MerchantId);
}
