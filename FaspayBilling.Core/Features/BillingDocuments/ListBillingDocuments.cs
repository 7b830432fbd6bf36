using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.BillingDocuments;
using FaspayBilling.Core.Domain.Invoices;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.BillingDocuments;

/// <summary>Reads the documents of one invoice, the newest first, without their content.</summary>
public sealed class ListBillingDocuments(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>invoice.not-found</c>.</summary>
    public async Task<Outcome<IReadOnlyList<BillingDocumentRow>>> HandleAsync(Actor actor, string number, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var id = await db.Set<Invoice>().VisibleTo(actor).Where(i => i.Number == number).Select(i => (long?)i.Id).SingleOrDefaultAsync(stop);
        return id is not { } invoice ? Refusals.InvoiceNotFound
            : Outcome<IReadOnlyList<BillingDocumentRow>>.With(await BillingDocumentRow.Of(db.Set<BillingDocument>().Where(d => d.InvoiceId == invoice)).ToListAsync(stop));
    }
}
