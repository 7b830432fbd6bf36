using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.BillingDocuments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.BillingDocuments;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Bills;

/// <summary>Reads a document of a bill for whoever has the bill's link.</summary>
public sealed class ReadBillDocument(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>bill-page.not-found</c>; a document that is not for the customer is not there.</summary>
    public async Task<Outcome<OpenedDocument>> HandleAsync(string key, long id, CancellationToken stop)
    {
        if (!BillKey.IsPossible(key))
        {
            return Refusals.BillPageNotFound;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var documents = db.Set<BillingDocument>().Where(d => d.Id == id && d.ForCustomer && db.Set<Invoice>().Billed(key).Any(i => i.Id == d.InvoiceId));
        return await ReadBillingDocument.OpenAsync(db, documents, stop) is { } opened ? opened : Refusals.BillPageNotFound;
    }
}
