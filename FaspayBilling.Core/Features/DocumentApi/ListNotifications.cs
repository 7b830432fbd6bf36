using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>Lists what a taxpayer was told about its documents, newest first.</summary>
public sealed class ListNotifications(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>document.forbidden</c> when the taxpayer does not let the client read.</summary>
    public async Task<Outcome<NotificationPage>> HandleAsync(ApiCaller caller, NotificationQuery query, CancellationToken stop)
    {
        if (caller.WhyNotView is { } no)
        {
            return no;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = db.Set<DocumentNotice>().Where(n => n.MerchantId == caller.MerchantId && !query.Nothing);
        found = query.From is { } from ? found.Where(n => n.At >= from) : found;
        found = query.To is { } to ? found.Where(n => n.At <= to) : found;
        found = query.Kind is { } kind ? found.Where(n => n.Kind == kind) : found;
        var skip = (int)Math.Min(int.MaxValue - 1_000, (query.Page - 1L) * query.Size);
        var rows = await found.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Skip(skip).Take(query.Size + 1)
            .Select(n => new NotificationRow(n.Id, n.Kind, n.DocumentId, n.Subject, n.At)).ToListAsync(stop);
        var name = await db.Set<Merchant>().Where(m => m.Id == caller.MerchantId).Select(m => m.Name).SingleAsync(stop);
        return new NotificationPage(name, [.. rows.Take(query.Size)], rows.Count > query.Size);
    }
}

/// <summary>Which notices are wanted; null is any.</summary>
/// <param name="From">First instant (UTC).</param>
/// <param name="To">Last instant (UTC), included.</param>
/// <param name="Kind">Only these.</param>
/// <param name="Nothing">The caller asked for something that no notice here has, e.g. one in Malay.</param>
/// <param name="Page">From 1.</param>
/// <param name="Size">1 to 100.</param>
public sealed record NotificationQuery(DateTime? From, DateTime? To, DocumentNoticeKind? Kind, bool Nothing, int Page, int Size);

/// <summary>Some notices.</summary>
/// <param name="ReceiverName">Who was told.</param>
/// <param name="Rows">Newest first.</param>
/// <param name="HasNext">There are older ones.</param>
public sealed record NotificationPage(string ReceiverName, IReadOnlyList<NotificationRow> Rows, bool HasNext);

/// <summary>A notice.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="DocumentId">The 26 characters of the document.</param>
/// <param name="Subject">In words.</param>
/// <param name="At">UTC.</param>
public sealed record NotificationRow(long Id, DocumentNoticeKind Kind, string DocumentId, string Subject, DateTime At);
