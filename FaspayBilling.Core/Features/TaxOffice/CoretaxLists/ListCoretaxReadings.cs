using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>Lists the read-ins of Coretax's list, the newest first.</summary>
public sealed class ListCoretaxReadings(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>module.off</c>. Answers one more than asked for when there are more.</summary>
    public async Task<Outcome<IReadOnlyList<CoretaxReadingRow>>> HandleAsync(Actor actor, int most, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.WhyNotEFakturAsync(actor, stop) is { } no)
        {
            return no;
        }

        return await db.Set<CoretaxReading>()
            .VisibleTo(actor)
            .OrderByDescending(r => r.Id)
            .Take(most + 1)
            .Select(r => new CoretaxReadingRow(r.Id, r.FileName, r.At, r.By, r.Rows, r.Changed, r.Waiting, r.UndoneAt, r.UndoneBy))
            .ToListAsync(stop);
    }
}

/// <summary>A read-in of Coretax's list.</summary>
/// <param name="Id">By which it is undone.</param>
/// <param name="FileName">The list's name.</param>
/// <param name="At">When it was read.</param>
/// <param name="By">Who read it.</param>
/// <param name="Rows">Rows that were read.</param>
/// <param name="Changed">Invoices whose number or state changed.</param>
/// <param name="Waiting">Rows that waited for a decision.</param>
/// <param name="UndoneAt">When it was undone; null while it stands.</param>
/// <param name="UndoneBy">Who undid it.</param>
public sealed record CoretaxReadingRow(
    long Id, string FileName, DateTime At, string By, int Rows, int Changed, int Waiting, DateTime? UndoneAt, string? UndoneBy);
