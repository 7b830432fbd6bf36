using System.Linq.Expressions;
using System.Security.Cryptography;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>Sends the mails that are due. A second copy of one has the same Message-Id.</summary>
public sealed partial class OutboxDelivery(
    IDbContextFactory<BillingDb> dbs,
    WriteTransaction transaction,
    OutgoingFiles files,
    PersonalLinks links,
    IMailTransport transport,
    TimeProvider clock,
    ILogger<OutboxDelivery> log)
    : LeasedDelivery<OutboxMail, LeasedMail>(dbs, transaction, clock, new AuditedAction(HistorySubject.Mail, "mail.send"), Rules)
{
    // What is urgent leaves within two minutes of the server's return: the longest try, this, and the worker's own rest.
    private static readonly HostRules Rules = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(15), AtOnce: Lanes.Count);

    private const string Host = "Mail";

    private readonly FailureLog failures = new(log, clock);

    protected override IQueryable<OutboxMail> Waiting(BillingDb db, IQueryable<OutboxMail> rows) =>
        rows.Where(m => m.State == MailState.Waiting);

    protected override IQueryable<OutboxMail> InOrder(IQueryable<OutboxMail> rows) => rows.OrderBy(m => m.CreatedAt).ThenBy(m => m.Id);

    protected override Expression<Func<OutboxMail, DueRow>> Due => m => new DueRow(m.Id, m.MerchantId, Host);

    // Somebody waits for them in front of the screen, or must learn at once that it was not he who signed in.
    protected override IQueryable<OutboxMail> Urgent(IQueryable<OutboxMail> rows) =>
        rows.Where(m => m.Kind == MailKind.Invitation || m.Kind == MailKind.Reset || m.Kind == MailKind.SignIn);

    protected override bool IsUrgent(OutboxMail row) => row.Kind is MailKind.Invitation or MailKind.Reset or MailKind.SignIn;

    protected override Task<IReadOnlyCollection<long>> WithdrawAsync(WriteContext write, IQueryable<OutboxMail> free) =>
        write.WithdrawAsync(free.Overtaken(write.Db, write.Now));

    protected override IQueryable<LeasedMail> Leased(BillingDb db, IQueryable<OutboxMail> rows) => rows.Select(m => new LeasedMail(
        m.Id, m.MerchantId, m.Attempts + 1, m.Version, new OutgoingMail(m.To, m.Subject, m.Text, m.Html, m.MessageId), m.PersonalLink));

    protected override async Task<DeliveryError?> TryAsync(LeasedMail leased, CancellationToken hurry)
    {
        try
        {
            var attached = await files.ReadAsync(leased.MerchantId, leased.Id, hurry);
            await transport.SendAsync(links.PutIn(leased.Mail, leased.PersonalLink) with { Files = attached }, hurry);
            return null;
        }
        catch (CryptographicException)
        {
            return new DeliveryError("Its link was encrypted with keys that this installation does not have any more.", ForGood: true);
        }
        catch (MailRefusedException refused)
        {
            return new DeliveryError(refused.Message, refused.ForGood, refused.ServerAway);
        }
    }

    protected override Task DeliveredAsync(OutboxMail row, WriteContext write)
    {
        (row.State, row.SentAt) = (MailState.Sent, write.Now);
        row.RemoveLink();
        return MailOutcomeRecorder.SentAsync(write, row);
    }

    protected override Task FailedAsync(OutboxMail row, string error, WriteContext write)
    {
        row.State = MailState.Failed;
        write.History(HistorySubject.Mail, row.Id, "mail.fail", ("to", row.To), ("error", error));
        return MailOutcomeRecorder.FailedAsync(write, row);
    }

    protected override void LogTried(LeasedMail leased, DeliveryError? error)
    {
        if (error is null)
        {
            LogSent(leased.Id, leased.Attempt);
            failures.Worked(Host);
        }
        else
        {
            LogRefused(leased.Id, leased.Attempt);

            // What is refused for good is about that one mail.
            if (!error.ForGood)
            {
                failures.Failed(Host, error.Words);
            }
        }
    }

    protected override void LogBroken(LeasedMail leased, Exception broken) => LogBroken(leased.Id, broken);

    [LoggerMessage(1411, LogLevel.Information, "Mail {Id} was sent at attempt {Attempt}")]
    private partial void LogSent(long id, int attempt);

    [LoggerMessage(1412, LogLevel.Warning, "Mail {Id} was not sent at attempt {Attempt}; the mail outbox shows why")]
    private partial void LogRefused(long id, int attempt);

    [LoggerMessage(1413, LogLevel.Error, "Mail {Id} could not be sent")]
    private partial void LogBroken(long id, Exception broken);
}
