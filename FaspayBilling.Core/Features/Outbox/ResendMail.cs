using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Outbox;

/// <summary>Puts a failed or sent mail back into the outbox, to be sent at once.</summary>
public sealed class ResendMail(WriteTransaction transaction)
{
    /// <summary>
    /// Refuses <c>not-allowed</c> (Finance), <c>mail.not-found</c>, <c>mail.not-resendable</c>, <c>mail.withdrawn</c>,
    /// <c>mail.link-removed</c>.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, CancellationToken stop) =>
        transaction.RunAsync(actor, new AuditedAction(HistorySubject.Mail, "mail.resend"), async write =>
        {
            var mails = write.Db.Set<OutboxMail>().VisibleTo(actor).Where(m => m.Id == id);
            var mail = await mails.SingleOrDefaultAsync(write.Stop);
            write.About = mail?.Id;
            if (actor.WhyNot(Role.Finance) is { } notAllowed)
            {
                return notAllowed;
            }

            if ((mail is null ? OutboxRefusals.MailNotFound : WhyNot(mail.State, mail.HasLostItsLink(write.Now))) is { } no)
            {
                return no;
            }

            if (await mails.Overtaken(write.Db, write.Now).AnyAsync(write.Stop))
            {
                return OutboxRefusals.MailWithdrawn;
            }

            mail!.State = MailState.Waiting;
            mail.Attempts = 0;
            mail.NextTryAt = write.Now;
            mail.SentAt = null;
            mail.LastError = null;
            write.History(HistorySubject.Mail, mail.Id, "mail.resend", ("to", mail.To));
            return Outcome.Done;
        }, stop);

    /// <summary>Why a mail cannot be sent again; null when it can.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="lostLink">Its personal link is over or was removed: without it the mail says nothing.</param>
    public static Refusal? WhyNot(MailState state, bool lostLink) => state switch
    {
        MailState.Waiting => OutboxRefusals.MailNotResendable,
        MailState.Withdrawn => lostLink ? OutboxRefusals.MailLinkRemoved : OutboxRefusals.MailWithdrawn,
        MailState.Sent or MailState.Failed => lostLink ? OutboxRefusals.MailLinkRemoved : null,
    };
}
