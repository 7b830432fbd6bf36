using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Paging;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Callbacks;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Outbox;

/// <summary>Reads one page of the callbacks, the newest first, in two commands.</summary>
public sealed class ListCallbacks(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>A page past the end answers the last one.</summary>
    public async Task<Page<CallbackRow>> HandleAsync(Actor actor, CallbackQuery query, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var calls = db.Set<CallbackCall>().VisibleTo(actor);
        var found = Searched(
            db,
            query.State is { } state ? calls.Where(c => c.State == state) : calls,
            query.Search.Replace("\0", "", StringComparison.Ordinal).Trim());
        var page = CountedPage.Of(await found.CountUpAsync(stop), query.Page, query.Size);
        return page.With(await Rows(db, found.OrderByDescending(c => c.Id).At(page)).ToListAsync(stop));
    }

    private static IQueryable<CallbackCall> Searched(BillingDb db, IQueryable<CallbackCall> calls, string typed)
    {
        var capitals = typed.ToUpperInvariant();
        return typed.Length == 0 ? calls : calls.IgnoreQueryFilters().Where(c => db.Set<Invoice>()
            .Any(i => i.Id == c.InvoiceId && (i.Number.Contains(capitals) || i.TransactionNumber!.Contains(typed))));
    }

    internal static IQueryable<CallbackRow> Rows(BillingDb db, IQueryable<CallbackCall> calls) =>
        from c in calls
        join i in db.Set<Invoice>().IgnoreQueryFilters() on c.InvoiceId equals i.Id
        orderby c.Id descending
        select new CallbackRow(
            c.Id,
            i.Number,
            i.TransactionNumber!,
            c.Url,
            c.State,
            c.LastError,
            c.Attempts,
            c.CreatedAt,
            c.State == CallbackState.Waiting ? c.NextTryAt : null,
            c.DeliveredAt);
}

/// <summary>One callback of the list.</summary>
/// <param name="Id">Key.</param>
/// <param name="InvoiceNumber">The invoice that was paid.</param>
/// <param name="TransactionNumber">The merchant's number of it.</param>
/// <param name="Url">The address that is called.</param>
/// <param name="State">Waiting, delivered or failed.</param>
/// <param name="Reason">What was answered at the last failed attempt; null without one.</param>
/// <param name="Attempts">Attempts so far.</param>
/// <param name="CreatedAt">Instant (UTC) of the payment.</param>
/// <param name="NextTryAt">Instant (UTC) of the next attempt; null unless it waits.</param>
/// <param name="DeliveredAt">Instant (UTC); null until it was delivered.</param>
public sealed record CallbackRow(
    long Id,
    string InvoiceNumber,
    string TransactionNumber,
    string Url,
    CallbackState State,
    string? Reason,
    int Attempts,
    DateTime CreatedAt,
    DateTime? NextTryAt,
    DateTime? DeliveredAt);
