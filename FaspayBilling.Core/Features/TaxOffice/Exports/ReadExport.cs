using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.Exports;

/// <summary>Reads the file of an export, just as it was made.</summary>
public sealed class ReadExport(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>module.off</c>, <c>tax-export.not-found</c>; another merchant's export looks like none.</summary>
    public async Task<Outcome<OpenedExport>> HandleAsync(Actor actor, long id, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.WhyNotEFakturAsync(actor, stop) is { } no)
        {
            return no;
        }

        var file = await db.Set<TaxExport>().VisibleTo(actor).Where(e => e.Id == id)
            .Join(db.Set<FileContent>(), e => e.ContentId, c => c.Id, (e, c) => new OpenedExport(e.FileName, c.Bytes))
            .SingleOrDefaultAsync(stop);
        return file is null ? TaxOfficeRefusals.ExportNotFound : file;
    }
}

/// <summary>An export with its name.</summary>
public sealed record OpenedExport(string FileName, byte[] Bytes)
{
    public string ContentType => Path.GetExtension(FileName) switch
    {
        ".csv" => "text/csv; charset=utf-8",
        ".xml" => "application/xml",
        _ => "application/zip",
    };
}
