using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Paging;
using FaspayBilling.Core.Domain.Invoices;
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
        if (await db.WhyNotEFakturAsync(actor, stop) is { } no)
        {
            return no;
        }

        var waiting = db.Set<CoretaxRow>().VisibleTo(actor).Where(r => r.Waits);
        var shown = CountedPage.Of(await waiting.CountUpAsync(stop), page, pageSize);
        var rows = await waiting.OrderBy(r => EF.Property<int>(r, CoretaxColumns.Unmatched)).ThenByDescending(r => r.Id)
            .At(shown)
            .AsNoTracking()
            .ToListAsync(stop);
        var ids = rows.SelectMany(r => r.Candidates).Distinct().ToList();
        var names = await db.Set<Invoice>()
            .VisibleTo(actor)
            .Where(i => ids.Contains(i.Id))
            .ToDictionaryAsync(i => i.Id, i => i.Number, stop);
        return shown.With<CoretaxRowView>([.. rows.Select(r => View(r, names))]);
    }

    private static CoretaxRowView View(CoretaxRow row, Dictionary<long, string> names) => new(
        row.Id, row.Version, row.Number, row.Reference, row.Status, row.Date, row.BuyerName, row.BuyerId, row.TaxBase, row.Vat,
        row.Conflicts, [.. row.Candidates.Where(names.ContainsKey).Select(id => names[id])]);
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
