using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>Reads one document for its issuer or its receiver.</summary>
public sealed class ReadDocument(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>
    /// Refuses <c>document.not-found</c>; <c>document.forbidden</c> when it is somebody else's or the taxpayer does not let the
    /// client read.
    /// </summary>
    public async Task<Outcome<DocumentRow>> HandleAsync(ApiCaller caller, string documentId, CancellationToken stop)
    {
        if (!DocumentId.IsPossible(documentId))
        {
            return DocumentRefusals.DocumentNotFound;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var asked = db.Set<Invoice>().AsNoTracking().Where(i => i.DocumentId == documentId);
        if (!await asked.AnyAsync(stop))
        {
            return DocumentRefusals.DocumentNotFound;
        }

        if (caller.WhyNotView is { } no)
        {
            return no;
        }

        return await asked.DocumentsOf(caller.MerchantId).ToRows(db, caller.MerchantId).SingleOrDefaultAsync(stop) is { } row
            ? row
            : DocumentRefusals.DocumentNotYours;
    }
}
