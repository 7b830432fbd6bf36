using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Paging;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Outbox;

/// <summary>Reads one page of the mail outbox, the newest first, in two commands.</summary>
public sealed class ListMail(IDbContextFactory<BillingDb> dbs, TimeProvider clock)
{
    /// <summary>A page past the end answers the last one.</summary>
    public async Task<Page<MailRow>> HandleAsync(Actor actor, MailQuery query, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var invoices = db.Set<Invoice>().VisibleTo(actor);
        var found = Find(db, actor, query);
        var now = clock.Now();
        var page = CountedPage.Of(await found.CountUpAsync(stop), query.Page, query.Size);
        var rows = await found.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).At(page)
            .Select(m => new MailRow(
                m.Id,
                m.To,
                m.Subject,
                m.Kind,
                m.State,
                m.LastError,
                m.Attempts,
                m.CreatedAt,
                m.State == MailState.Waiting ? m.NextTryAt : null,
                m.SentAt,
                invoices.Where(i => i.Id == m.InvoiceId).Select(i => (DocumentType?)i.DocumentType).FirstOrDefault())
            {
                LostLink = m.PersonalLink == "" || (m.LinkUntil != null && m.LinkUntil <= now),
                InvoiceNumber = invoices.Where(i => i.Id == m.InvoiceId && i.DeletedAt == null).Select(i => i.Number).FirstOrDefault(),
            })
            .IgnoreQueryFilters()
            .ToListAsync(stop);
        return page.With(rows);
    }

    private static IQueryable<OutboxMail> Find(BillingDb db, Actor actor, MailQuery query)
    {
        var found = db.Set<OutboxMail>().VisibleTo(actor);
        found = query.State is { } state ? found.Where(m => m.State == state) : found;
        found = query.Kind is { } kind ? found.Where(m => m.Kind == kind) : found;
        // Jakarta's first day begins before there is any instant.
        if (query.From is { } from && from > DateOnly.MinValue)
        {
            var first = JakartaCalendar.StartOf(from);
            found = found.Where(m => m.CreatedAt >= first);
        }

        if (query.To is { } to)
        {
            var after = JakartaCalendar.StartOf(to).AddDays(1);
            found = found.Where(m => m.CreatedAt < after);
        }

        return Searched(db, found, query.Search.Replace("\0", "", StringComparison.Ordinal).Trim());
    }

    // SQLite knows the capitals of ASCII only: another text is found as it was typed.
    private static IQueryable<OutboxMail> Searched(BillingDb db, IQueryable<OutboxMail> mails, string typed)
    {
        var (small, capitals) = (typed.ToLowerInvariant(), typed.ToUpperInvariant());
#pragma warning disable CA1304, CA1311, MA0011 // The database's own lower(): no culture of this machine is in it.
        return typed.Length == 0 ? mails : mails.Where(m => m.To.ToLower().Contains(small)
            || m.Subject.ToLower().Contains(small)
            || m.Subject.Contains(typed)
            || db.Set<Invoice>().Any(i => i.Id == m.InvoiceId && i.Number.Contains(capitals)));
#pragma warning restore CA1304, CA1311, MA0011
    }
}

/// <summary>One row of the mail outbox.</summary>
/// <param name="Id">Key.</param>
/// <param name="To">The recipient's address.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="State">Waiting, sent or failed.</param>
/// <param name="Reason">The mail server's words of the last failed attempt; null without one.</param>
/// <param name="Attempts">Attempts so far.</param>
/// <param name="CreatedAt">Instant (UTC) at which it was written.</param>
/// <param name="NextTryAt">Instant (UTC) of the next attempt; null unless it waits.</param>
/// <param name="SentAt">Instant (UTC); null until it was sent.</param>
/// <param name="Type">What it sends, also when that was deleted; null without an invoice.</param>
public sealed record MailRow(
    long Id,
    string To,
    string Subject,
    MailKind Kind,
    MailState State,
    string? Reason,
    int Attempts,
    DateTime CreatedAt,
    DateTime? NextTryAt,
    DateTime? SentAt,
    DocumentType? Type)
{
    /// <summary>The number of the invoice that it is about; null for other mails, and when that was deleted.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>Its personal link was removed or is over, so that it is not sent again.</summary>
    public bool LostLink { get; init; }
}
