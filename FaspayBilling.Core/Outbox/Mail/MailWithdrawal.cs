using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>
/// Takes mails back that ask for the payment of an invoice which was cancelled or deleted, and those whose personal link is over. The mail
/// of an E-Faktur file is none of them: the file stays true.
/// </summary>
internal static class MailWithdrawal
{
    /// <summary>Mails of invoices that were cancelled or deleted meanwhile, and those with a link that is over.</summary>
    public static IQueryable<OutboxMail> Overtaken(this IQueryable<OutboxMail> mails, BillingDb db, DateTime now)
    {
        var gone = db.Set<Invoice>().IgnoreQueryFilters().Where(i => i.Status == InvoiceStatus.Cancelled || i.DeletedAt != null);
        return mails.Where(m => (m.Kind == MailKind.Invoice && gone.Any(i => i.Id == m.InvoiceId))
            || (m.LinkUntil != null && m.LinkUntil <= now));
    }

    /// <summary>
    /// The personal links in mails of that kind to that address are over: what waits is withdrawn, and every link of them is forgotten. One
    /// that a worker has in hand leaves with a link that opens nothing. What ended the links is a line of the history itself.
    /// </summary>
    public static async Task EndPersonalLinksAsync(this WriteContext write, MailKind kind, string to)
    {
        var free = await write.Db.Set<OutboxMail>()
            .VisibleTo(write.Actor)
            .Where(m => m.Kind == kind && m.To == to && m.PersonalLink != null && m.PersonalLink != "" && m.LeasedUntil == null)
            .ToListAsync(write.Stop);
        foreach (var mail in free)
        {
            if (mail.State == MailState.Waiting)
            {
                mail.Withdraw();
            }

            mail.RemoveLink();
            write.MarkChanged(HistorySubject.Mail, mail.Id);
        }
    }

    /// <summary>
    /// The mails of invoices that wait, by invoice. One that a worker has in hand leaves, or is looked at again before its next attempt.
    /// </summary>
    public static async Task<ILookup<long, OutboxMail>> WaitingMailsAsync(this WriteContext write, IReadOnlyCollection<long> invoices)
    {
        var mails = write.Db.Set<OutboxMail>()
            .VisibleTo(write.Actor)
            .Where(m => m.Kind == MailKind.Invoice && m.State == MailState.Waiting && m.LeasedUntil == null);
        var one = invoices.Count == 1 ? invoices.Single() : 0;
        mails = invoices.Count == 1 ? mails.Where(m => m.InvoiceId == one) : mails.Where(m => invoices.Contains(m.InvoiceId!.Value));
        return (await mails.OrderBy(m => m.Id).ToListAsync(write.Stop)).ToLookup(m => m.InvoiceId!.Value);
    }

    /// <summary>Withdraws these mails; answers which they were.</summary>
    public static async Task<IReadOnlyCollection<long>> WithdrawAsync(this WriteContext write, IQueryable<OutboxMail> waiting)
    {
        var mails = await waiting.ToListAsync(write.Stop);
        write.Withdraw(mails);
        return [.. mails.Select(m => m.Id)];
    }

    /// <summary>Withdraws these mails.</summary>
    public static void Withdraw(this WriteContext write, IEnumerable<OutboxMail> mails)
    {
        foreach (var mail in mails)
        {
            mail.Withdraw();
            if (mail.InvoiceId is { } invoice)
            {
                write.History(HistorySubject.Invoice, invoice, "invoice.mail:withdrawn", ("to", mail.To));
            }
            else
            {
                write.History(HistorySubject.Mail, mail.Id, "mail.withdraw", ("to", mail.To));
            }

            write.MarkChanged(HistorySubject.Mail, mail.Id);
        }
    }
}
