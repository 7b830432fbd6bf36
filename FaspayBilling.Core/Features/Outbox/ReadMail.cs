using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Outbox;

/// <summary>Reads one mail of the outbox with its text.</summary>
public sealed class ReadMail(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>
    /// Refuses <c>mail.not-found</c>. A personal link is never in the text, but <see cref="PersonalLinks.Place"/>; an invitation of an
    /// earlier version holds it, so only an Admin reads that one; and a notice of a sign-in, for it says from where a user acted.
    /// </summary>
    public async Task<Outcome<MailText>> HandleAsync(Actor actor, long id, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var invoices = db.Set<Invoice>().VisibleTo(actor);
        var mail = await db.Set<OutboxMail>().VisibleTo(actor).Where(m => m.Id == id).IgnoreQueryFilters()
            .Select(m => new MailText(
                m.Id,
                m.To,
                m.Subject,
                m.Kind,
                m.State,
                m.LastError,
                m.CreatedAt,
                m.SentAt,
                (m.Kind == MailKind.SignIn || (m.Kind == MailKind.Invitation && m.PersonalLink == null)) && actor.Role < Role.Admin
                    ? null
                    : m.Text,
                invoices.Where(i => i.Id == m.InvoiceId).Select(i => (DocumentType?)i.DocumentType).FirstOrDefault())
            {
                InvoiceNumber = invoices.Where(i => i.Id == m.InvoiceId && i.DeletedAt == null).Select(i => i.Number).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(stop);
        return mail is null ? OutboxRefusals.MailNotFound : mail;
    }
}

/// <summary>One mail with its text.</summary>
/// <param name="Id">Key.</param>
/// <param name="To">The recipient's address.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="State">Waiting, sent or failed.</param>
/// <param name="Reason">The mail server's words of the last failed attempt; null without one.</param>
/// <param name="CreatedAt">Instant (UTC) at which it was written.</param>
/// <param name="SentAt">Instant (UTC); null until it was sent.</param>
/// <param name="Text">The body as plain text; null where the actor may not read it.</param>
/// <param name="Type">What it sends, also when that was deleted; null without an invoice.</param>
public sealed record MailText(
    long Id,
    string To,
    string Subject,
    MailKind Kind,
    MailState State,
    string? Reason,
    DateTime CreatedAt,
    DateTime? SentAt,
    string? Text,
    DocumentType? Type)
{
    /// <summary>The number of the invoice that it is about; null for other mails, and when that was deleted.</summary>
    public string? InvoiceNumber { get; init; }
}
