using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>Reads a stored PDF, also one that was replaced since.</summary>
public sealed class ReadTaxFile(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>module.off</c>, <c>file.not-found</c>; another merchant's file looks like none.</summary>
    public async Task<Outcome<OpenedTaxFile>> HandleAsync(Actor actor, long id, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.WhyNotEFakturAsync(actor, stop) is { } no)
        {
            return no;
        }

        var file = await db.Set<TaxFile>().VisibleTo(actor).Where(f => f.Id == id)
            .Join(db.Set<FileContent>(), f => f.ContentId, c => c.Id, (f, c) => new OpenedTaxFile(f.FileName, c.Bytes))
            .SingleOrDefaultAsync(stop);
        return file is null ? TaxOfficeRefusals.FileNotFound : file;
    }
}

/// <summary>A stored PDF with the name under which it came.</summary>
public sealed record OpenedTaxFile(string FileName, byte[] Bytes);
