using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.Exports;

/// <summary>Lists the exports that were made, the newest first.</summary>
public sealed class ListExports(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>module.off</c>.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="most">At most so many; one more is answered when there are more.</param>
    /// <param name="stop">Cancellation token.</param>
    public async Task<Outcome<IReadOnlyList<ExportRow>>> HandleAsync(Actor actor, int most, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.WhyNotEFakturAsync(actor, stop) is { } no)
        {
            return no;
        }

        return await db.Set<TaxExport>().VisibleTo(actor).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(most + 1)
            .Select(e => new ExportRow(e.Id, e.FileName, e.Channel, e.Invoices, e.At, e.By)).ToListAsync(stop);
    }
}

/// <summary>An export that was made.</summary>
/// <param name="Id">By which it is read.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Channel">Desktop (CSV) or Coretax (XML).</param>
/// <param name="Invoices">How many are in it.</param>
/// <param name="At">Instant (UTC).</param>
/// <param name="By">Who made it.</param>
public sealed record ExportRow(long Id, string FileName, TaxChannel Channel, int Invoices, DateTime At, string By);
