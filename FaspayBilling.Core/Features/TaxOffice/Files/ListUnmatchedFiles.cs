using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>Lists the files that wait for a choice by hand, the oldest first.</summary>
public sealed class ListUnmatchedFiles(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>So many at once; the others follow when these are settled.</summary>
    public const int Most = 100;

    /// <summary>Refuses <c>module.off</c>.</summary>
    public async Task<Outcome<IReadOnlyList<UnmatchedRow>>> HandleAsync(Actor actor, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.WhyNotEFakturAsync(actor, stop) is { } no)
        {
            return no;
        }

        return await db.Set<UnmatchedFile>()
            .VisibleTo(actor)
            .Where(f => f.SettledAt == null)
            .OrderBy(f => f.Id)
            .Take(Most)
            .Select(f => new UnmatchedRow(f.Id, f.Version, f.FileName, f.CoretaxNumber, f.Reason, f.UploadedAt, f.UploadedBy))
            .ToListAsync(stop);
    }
}

/// <summary>A file that waits for a choice.</summary>
public sealed record UnmatchedRow(
    long Id,
    int Version,
    string FileName,
    string? CoretaxNumber,
    Message Reason,
    DateTime UploadedAt,
    string UploadedBy);
