using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>Lists what a taxpayer issued and received in the last 31 days, newest first.</summary>
public sealed class ListRecentDocuments(IDbContextFactory<BillingDb> dbs, TimeProvider clock)
{
    private const int Days = 31;
    private const int Most = 10_000;

    /// <summary>Refuses <c>document.forbidden</c> when the taxpayer does not let the client read.</summary>
    public async Task<Outcome<Page<DocumentRow>>> HandleAsync(ApiCaller caller, RecentQuery query, CancellationToken stop)
    {
        if (caller.WhyNotView is { } no)
        {
            return no;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = Matching(db, caller.MerchantId, query);
        var total = await found.Take(Most).CountAsync(stop);
        var skip = Math.Min(Most, (query.Page - 1L) * query.Size);
        var rows = await found.OrderByDescending(i => i.IssuedAt)
            .ThenByDescending(i => i.Id)
            .Skip((int)skip)
            .Take((int)Math.Min(query.Size, Most - skip))
            .ToRows(db, caller.MerchantId)
            .ToListAsync(stop);
        return new Page<DocumentRow>(
            [.. rows.OrderByDescending(r => r.IssuedAt).ThenByDescending(r => r.Number, StringComparer.Ordinal)],
            total,
            query.Page,
            query.Size);
    }

    private IQueryable<Invoice> Matching(BillingDb db, long merchantId, RecentQuery query)
    {
        var first = clock.Now().AddDays(-Days);
        var (from, to) = query.Issued ?? (first, DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc));
        from = from < first ? first : from;
        var found = db.Set<Invoice>()
            .AsNoTracking()
            .DocumentsOf(merchantId)
            .Where(i => !query.Nothing && i.IssuedAt >= from && i.IssuedAt <= to);
        found = query.Sent is { } sent ? found.Where(i => (i.MerchantId == merchantId) == sent) : found;
        found = query.Cancelled is { } cancelled ? found.Where(i => (i.Status == InvoiceStatus.Cancelled) == cancelled) : found;
        found = query.Type is { } type ? found.Where(i => i.DocumentType == type) : found;
        found = query.ReceiverTin is { } receiver ? found.Where(i => Written(receiver).Contains(i.CustomerNpwp)) : found;
        return query.IssuerTin is { } issuer ? found.Where(i => db.Set<Merchant>().WithNpwp(issuer).Any(m => m.Id == i.MerchantId)) : found;
    }

    private static string[] Written(string npwp) => [npwp, Npwp.Long(npwp), npwp.Length == 16 && npwp[0] == '0' ? npwp[1..] : npwp];
}
