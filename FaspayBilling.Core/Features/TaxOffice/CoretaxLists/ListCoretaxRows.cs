using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Paging;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>
/// Lists the rows of Coretax's list that wait for somebody's decision: those that contradict something first, then the newest.
/// </summary>
public sealed class ListCoretaxRows(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>module.off</c>. A page past the end answers the last one.</summary>
    public async Task<Outcome<Page<CoretaxRowView>>> HandleAsync(Actor actor, int page, int? pageSize, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);

        // Seldom is a page asked for that is not there: it is read as if it were, and only where nothing is it asked why.
        var shown = CountedPage.Of(CountedPage.Most, page, pageSize);
        var found = await RowsAsync(db, actor, shown, stop);
        var head = found is [var first, ..] ? first.Head : await HeadAsync(db, actor, stop);
        if (head.Off)
        {
            return Refusals.ModuleOff;
        }

        shown = CountedPage.Of(head.Total, page, pageSize);
        found = found.Count == 0 && head.Total > 0 ? await RowsAsync(db, actor, shown, stop) : found;
        var ids = found.SelectMany(f => f.Row.Candidates).Distinct().ToList();
        var names = ids.Count == 0 ? [] : await db.Set<Invoice>()
            .VisibleTo(actor)
            .Where(i => ids.Contains(i.Id))
            .ToDictionaryAsync(i => i.Id, i => i.Number, stop);
        return shown.With<CoretaxRowView>([.. found.Select(f => View(f.Row, names))]);
    }

    // Each row says what is true of the list: so one command reads both.
    private static Task<List<Found>> RowsAsync(BillingDb db, Actor actor, CountedPage page, CancellationToken stop)
    {
        var (counted, off) = (Waiting(db, actor).Counted(), Off(db, actor));
        return Waiting(db, actor).OrderBy(r => EF.Property<int>(r, CoretaxColumns.Unmatched)).ThenByDescending(r => r.Id)
            .At(page)
            .Select(r => new Found(r, new Head(off.Any(), counted.Count())))
            .AsNoTracking()
            .ToListAsync(stop);
    }

    private static Task<Head> HeadAsync(BillingDb db, Actor actor, CancellationToken stop)
    {
        var (counted, off) = (Waiting(db, actor).Counted(), Off(db, actor));
        return db.Set<Merchant>().Where(m => m.Id == actor.MerchantId).Select(_ => new Head(off.Any(), counted.Count())).SingleAsync(stop);
    }

    private static IQueryable<CoretaxRow> Waiting(BillingDb db, Actor actor) =>
        db.Set<CoretaxRow>().VisibleTo(actor).Where(r => r.Waits);

    private static IQueryable<BillingSettings> Off(BillingDb db, Actor actor) =>
        db.Set<BillingSettings>().VisibleTo(actor).Where(s => !s.EFakturModule);

    private static CoretaxRowView View(CoretaxRow row, Dictionary<long, string> names) => new(
        row.Id, row.Version, row.Number, row.Reference, row.Status, row.Date, row.BuyerName, row.BuyerId, row.TaxBase, row.Vat,
        row.Conflicts, [.. row.Candidates.Where(names.ContainsKey).Select(id => names[id])]);

    private sealed record Found(CoretaxRow Row, Head Head);

    private sealed record Head(bool Off, int Total);
}

/// <summary>A row of Coretax's list that waits for somebody's decision.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Version">For deciding: a stale one is refused.</param>
/// <param name="Number">17 digits.</param>
/// <param name="Reference">Referensi.</param>
/// <param name="Status">Its state at Coretax.</param>
/// <param name="Date">Tanggal Faktur Pajak.</param>
/// <param name="BuyerName">Nama Pembeli.</param>
/// <param name="BuyerId">NPWP or other identity as the list writes it.</param>
/// <param name="TaxBase">DPP.</param>
/// <param name="Vat">PPN.</param>
/// <param name="Conflicts">What it contradicts; nothing for a row that no invoice matches.</param>
/// <param name="Candidates">Invoice numbers that it may belong to.</param>
public sealed record CoretaxRowView(
    long Id,
    int Version,
    string Number,
    string Reference,
    CoretaxStatus Status,
    DateOnly Date,
    string BuyerName,
    string BuyerId,
    decimal TaxBase,
    decimal Vat,
    IReadOnlyList<Message> Conflicts,
    IReadOnlyList<string> Candidates)
{
    public CoretaxRowKey Key => new(Id, Version);
}
