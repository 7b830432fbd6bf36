using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>Lists the rows of Coretax's list that no invoice of ours claims, the newest first.</summary>
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

        var unmatched = db.Set<CoretaxRow>().VisibleTo(actor).Where(r => r.InvoiceId == null);
        var total = await unmatched.CountAsync(stop);
        var size = PageSizes.Of(pageSize);
        var number = Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        var rows = await unmatched.OrderByDescending(r => r.Id)
            .Skip((number - 1) * size)
            .Take(size)
            .Select(
                r => new CoretaxRowView(r.Id, r.Version, r.Number, r.Reference, r.Status, r.Date, r.BuyerName, r.BuyerId, r.TaxBase, r.Vat))
            .ToListAsync(stop);
        return new Page<CoretaxRowView>(rows, total, number, size);
    }
}

/// <summary>A row of Coretax's list that waits for its invoice.</summary>
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
    decimal Vat);
