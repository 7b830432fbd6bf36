using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Outbox;

/// <summary>Reads one page of the mail outbox, the newest first, in two commands.</summary>
public sealed class ListMail(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>A page past the end answers the last one.</summary>
    public async Task<Page<MailRow>> HandleAsync(Actor actor, MailQuery query, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = db.Set<OutboxMail>().VisibleTo(actor).Where(m => query.State == null || m.State == query.State);
        var total = await found.CountAsync(stop);
        var size = PageSizes.Of(query.Size);
        var number = Math.Clamp(query.Page, 1, Math.Max(1, (total + size - 1) / size));
        var rows = await found.OrderByDescending(m => m.Id).Skip((number - 1) * size).Take(size)
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
                m.SentAt))
            .ToListAsync(stop);
        return new Page<MailRow>(rows, total, number, size);
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
    DateTime? SentAt);
