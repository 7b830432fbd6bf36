using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Attachments;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.BillPage;

/// <summary>Reads a document of a bill for whoever has the bill's link.</summary>
public sealed class ReadBillDocument(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>bill-page.not-found</c>; a document that is not for the customer is not there.</summary>
    public async Task<Outcome<OpenedDocument>> HandleAsync(string key, long id, CancellationToken stop)
    {
        if (!PublicLinkKey.IsPossible(key))
        {
            return InvoiceRefusals.BillPageNotFound;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var documents = db.Set<Attachment>()
            .Where(d => d.Id == id && d.ForCustomer && db.Set<Invoice>().Billed(key).Any(i => i.Id == d.InvoiceId));
        return await ReadAttachment.OpenAsync(db, documents, stop) is { } opened ? opened : InvoiceRefusals.BillPageNotFound;
    }
}
