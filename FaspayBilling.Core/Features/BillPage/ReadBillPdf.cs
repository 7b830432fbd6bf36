using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Pdf;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.BillPage;

/// <summary>The PDF of a bill for whoever has its link; asked for again it costs no drawing.</summary>
public sealed class ReadBillPdf(IDbContextFactory<BillingDb> dbs, KeptPdfs pdfs)
{
    /// <summary>Refuses <c>bill-page.not-found</c>.</summary>
    public async Task<Outcome<InvoiceFile>> HandleAsync(string key, CancellationToken stop)
    {
        if (!PublicLinkKey.IsPossible(key))
        {
            return InvoiceRefusals.BillPageNotFound;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = await InvoicePdfModels.ReadAsync(db, db.Set<Invoice>().Billed(key), stop);
        return found is [var document] ? await pdfs.FileAsync(document, stop) : InvoiceRefusals.BillPageNotFound;
    }
}
