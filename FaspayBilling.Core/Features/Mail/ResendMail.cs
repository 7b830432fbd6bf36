using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Mail;

/// <summary>Puts a failed or sent mail back into the outbox, to be sent at once.</summary>
public sealed class ResendMail(WriteTransaction transaction)
{
    /// <summary>Refuses <c>not-allowed</c> (Finance), <c>mail.not-found</c>, <c>mail.not-resendable</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, CancellationToken stop) =>
        transaction.RunAsync(actor, new Attempt(HistorySubject.Mail, "Resend a mail"), async write =>
        {
            var mail = await write.Db.Set<OutboxMail>().VisibleTo(actor).SingleOrDefaultAsync(m => m.Id == id, write.Stop);
            write.About = mail?.Id;
            if ((actor.WhyNot(Role.Finance) ?? (mail is null ? Refusals.MailNotFound : WhyNot(mail.State))) is { } no)
            {
                return no;
            }

            mail!.State = MailState.Waiting;
            mail.Attempts = 0;
            mail.NextTryAt = write.Now;
            mail.SentAt = null;
            mail.LastError = null;
            write.History(HistorySubject.Mail, mail.Id, $"Sent again: mail to {mail.To}");
            return Outcome.Done;
        }, stop);

    /// <summary>Why a mail in that state cannot be sent again; null when it can.</summary>
    public static Refusal? WhyNot(MailState state) => state switch
    {
        MailState.Waiting => Refusals.MailNotResendable,
        MailState.Sent or MailState.Failed => null,
    };
}
