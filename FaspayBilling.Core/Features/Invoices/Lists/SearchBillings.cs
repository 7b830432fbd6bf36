using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Lists;

/// <summary>
/// One page of the Billing List under a search, in two or three commands, each of which reads a number of rows that does not grow with
/// the list. Where few invoices hold the text, the index gives them all; where many do, the list's own order is walked until the page
/// is full, and nobody counts past the first thousand.
/// </summary>
internal sealed class SearchBillings(BillingDb db, Actor actor, BillingQuery query, string search)
{
    /// <summary>More are not counted, and not paged through.</summary>
    private const int Most = 1_000;

    /// <summary>So many invoices of the list are looked at, one by one, before the index is asked.</summary>
    private const int Walked = 5_000;

    private readonly int size = PageSizes.Of(query.Size);

    private bool Narrowed => query.Status is not null || query.Type is not null || query.From is not null || query.To is not null;

    private IQueryable<Invoice> All => db.Set<Invoice>().VisibleTo(actor);

    // Cut before it is sorted: its rows come from the filters' index, where else the order's might be walked for them.
    private IQueryable<Invoice> Left => ListBillings.Narrowed(All, query).Take(Walked + 1);

    public async Task<Page<BillingRow>> HandleAsync(CancellationToken stop)
    {
        if (db.Probing(All, search) is null)
        {
            return await ByIndexAsync(null, stop);
        }

        var hits = await db.HitsAsync(actor.MerchantId, search, Most + 1, stop);
        if (hits <= Most)
        {
            return await ByIndexAsync(Narrowed ? null : hits, stop);
        }

        // The index has told enough where nothing else narrows the list.
        var look = hits is null || Narrowed ? await LookAsync(stop) : new Look(int.MaxValue, Most + 1);
        if (look.Rows <= Walked)
        {
            return await PageAsync(db.Probing(Left, search)!, Math.Min(look.Hits, Most), look.Hits > Most, stop);
        }

        return look.Hits > size ? await DenseAsync(look.Hits - 1, stop)
            : hits is null ? await ByIndexAsync(null, stop)
            : await SparseAsync(stop);
    }

    private async Task<Page<BillingRow>> ByIndexAsync(int? total, CancellationToken stop)
    {
        var found = Found();
        var counted = total ?? await found.CountAsync(stop);
        return await PageAsync(found, Math.Min(counted, Most), counted > Most, stop);
    }

    private async Task<Page<BillingRow>> DenseAsync(int known, CancellationToken stop)
    {
        var page = await PageAsync(db.Probing(Window(query.Page * size), search)!, known, true, stop);
        return page.Rows.Count == Math.Min(size, known - ((page.Number - 1) * size)) ? page

            // They lie further back: those of a month long ago, or customers late in the alphabet.
            : await PageAsync(Found(), known, true, stop);
    }

    /// <summary>Many hold the text, hardly any in the order's first rows: the index gives the page, and nobody counts.</summary>
    private async Task<Page<BillingRow>> SparseAsync(CancellationToken stop)
    {
        var number = Math.Clamp(query.Page, 1, Most / size);
        var first = (number - 1) * size;
        var rows = await RowsAsync(Found(), first, size + 1, stop);
        if (rows.Count == 0 && number > 1)
        {
            return await ByIndexAsync(null, stop);
        }

        return rows.Count > size && first + size < Most
            ? new Page<BillingRow>(rows[..size], first + size, number, size) { More = true }
            : new Page<BillingRow>([.. rows.Take(size)], first + Math.Min(rows.Count, size), number, size) { More = rows.Count > size };
    }

    private async Task<Page<BillingRow>> PageAsync(IQueryable<Invoice> found, int total, bool more, CancellationToken stop)
    {
        var number = Math.Clamp(query.Page, 1, Math.Max(1, (total + size - 1) / size));
        var first = (number - 1) * size;
        var rows = await RowsAsync(found, first, Math.Min(size, total - first), stop);
        return new Page<BillingRow>(rows, total, number, size) { More = more };
    }

    private Task<List<BillingRow>> RowsAsync(IQueryable<Invoice> found, int first, int count, CancellationToken stop) =>
        ListBillings.Rows(ListBillings.Sorted(found, query.Sort, query.Descending).Skip(first).Take(count)).ToListAsync(stop);

    private Task<Look> LookAsync(CancellationToken stop)
    {
        var rows = Left;
        var hits = db.Probing(Left, search)!.Take(Most + 1);
        var first = db.Probing(Window(0), search)!.Take(Most + 1);
        return db.Set<Merchant>().Where(m => m.Id == actor.MerchantId)
            .Select(m => new Look(rows.Count(), rows.Count() <= Walked ? hits.Count() : first.Count())).SingleAsync(stop);
    }

    /// <summary>The first rows of the list in its order, more of them for a page further back: enough where 4 % match.</summary>
    private IQueryable<Invoice> Window(int deep)
    {
        var rows = Math.Max(Walked, Math.Min(deep, Most) * 25);
        return query.Sort == BillingSort.InvoiceDate
            ? ListBillings.Sorted(ListBillings.Narrowed(All, query), query.Sort, query.Descending).Take(rows)
            : ListBillings.Narrowed(ListBillings.Sorted(All, query.Sort, query.Descending).Take(rows), query);
    }

    private IQueryable<Invoice> Found() => db.Matching(ListBillings.Narrowed(All, query), actor.MerchantId, search);

    /// <summary>What a first look found, neither counted past what matters.</summary>
    /// <param name="Rows">Rows that the filters leave.</param>
    /// <param name="Hits">Those with the text among them: all of them, or of the order's first rows.</param>
    private sealed record Look(int Rows, int Hits);
}
