using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Outbox;

/// <summary>How much waits in the outboxes of the whole installation.</summary>
public sealed class OutboxLengths(IDbContextFactory<BillingDb> dbs, TimeProvider clock)
{
    /// <summary>One row for mail and one for callbacks.</summary>
    public async Task<IReadOnlyList<OutboxLength>> ReadAsync(CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return
        [
            await ReadAsync("mail", db.Set<OutboxMail>().Where(m => m.State == MailState.Waiting), stop),
            await ReadAsync("callback", db.Set<CallbackCall>().Where(c => c.State == CallbackState.Waiting), stop),
        ];
    }

    private async Task<OutboxLength> ReadAsync<TRow>(string outbox, IQueryable<TRow> waiting, CancellationToken stop)
        where TRow : OutboxRow
    {
        var now = clock.Now();
        var all = waiting.IgnoreQueryFilters();
        var oldest = await all.Where(r => r.NextTryAt <= now)
            .OrderBy(r => r.NextTryAt)
            .Select(r => (DateTime?)r.NextTryAt)
            .FirstOrDefaultAsync(stop);
        return new OutboxLength(outbox, await all.CountAsync(stop), oldest is { } due ? now - due : TimeSpan.Zero);
    }
}

/// <summary>How much waits in one outbox.</summary>
/// <param name="Outbox"><c>mail</c> or <c>callback</c>.</param>
/// <param name="Waiting">Rows that are neither delivered nor given up.</param>
/// <param name="Overdue">For how long the oldest of those that are due has been so; zero when none is.</param>
public sealed record OutboxLength(string Outbox, int Waiting, TimeSpan Overdue);
