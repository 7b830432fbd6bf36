using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Billings;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Bills;

/// <summary>Makes the PDF of a bill for whoever has its link.</summary>
public sealed class ReadBillPdf(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>bill-page.not-found</c>.</summary>
    public async Task<Outcome<InvoiceFile>> HandleAsync(string key, CancellationToken stop)
    {
        if (!BillKey.IsPossible(key))
        {
            return Refusals.BillPageNotFound;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = await InvoiceDocuments.ReadAsync(db, db.Set<Invoice>().Billed(key), stop);
        return found is [var document] ? InvoiceFile.Of(document) : Refusals.BillPageNotFound;
    }
}
