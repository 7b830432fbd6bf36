using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>What every decision about waiting rows begins and ends with.</summary>
internal static class WaitingCoretaxRows
{
    /// <summary>
    /// Refuses <c>coretax-row.not-found</c> (also when it was settled), <c>not-allowed</c>, <c>module.off</c>, <c>changed-elsewhere</c>.
    /// </summary>
    public static async Task<Outcome<IReadOnlyList<CoretaxRow>>> TakeAsync(WriteContext write, IReadOnlyCollection<CoretaxRowKey> keys)
    {
        var ids = keys.Select(k => k.Id).ToList();
        var rows = await write.Db.Set<CoretaxRow>()
            .VisibleTo(write.Actor)
            .Where(r => ids.Contains(r.Id) && r.Waits)
            .OrderBy(r => r.Id)
            .ToListAsync(write.Stop);
        return rows.Count != ids.Count || rows.Count == 0 ? TaxOfficeRefusals.CoretaxRowNotFound
            : (write.Actor.WhyNot(Role.Finance) ?? await write.Db.WhyNotEFakturAsync(write.Actor, write.Stop)) is { } no ? no
            : rows.Exists(r => keys.All(k => (k.Id, k.Version) != (r.Id, r.Version))) ? Refusals.ChangedElsewhere
            : rows;
    }

    /// <summary>Settles them, and tells every invoice that they belonged to, may have belonged to, or belong to now.</summary>
    public static async Task SettleAsync(WriteContext write, IReadOnlyList<CoretaxRow> rows, Invoice? chosen, Action<CoretaxRow> settle)
    {
        var ids = rows.SelectMany(r => r.Candidates).Concat(rows.Select(r => r.InvoiceId).OfType<long>()).Distinct().ToList();
        var invoices = await write.Db.Set<Invoice>().VisibleTo(write.Actor).Where(i => ids.Contains(i.Id)).ToListAsync(write.Stop);
        foreach (var row in rows)
        {
            if (row.InvoiceId is { } was && was != chosen?.Id && invoices.Find(i => i.Id == was) is { } former)
            {
                CoretaxInvoices.Forget(write, former, row);
            }

            settle(row);
        }

        await write.SaveAsync();
        await CoretaxInvoices.TellAsync(write, chosen is null ? invoices : [.. invoices.Append(chosen).Distinct()]);
        write.MarkChanged(HistorySubject.TaxExport);
    }
}

/// <summary>A row as somebody saw it: a stale version is refused.</summary>
public sealed record CoretaxRowKey(long Id, int Version);
