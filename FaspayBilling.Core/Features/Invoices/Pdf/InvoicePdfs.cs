using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Pdf;

/// <summary>An invoice's PDF for its mail; the customer who opens the link in it gets the same file.</summary>
internal sealed class InvoicePdfs(IDbContextFactory<BillingDb> dbs, KeptPdfs pdfs) : IInvoicePdfs
{
    public async Task<byte[]?> MakeAsync(long merchantId, long invoiceId, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = await InvoicePdfModels.ReadAsync(
            db, db.Set<Invoice>().Where(i => i.Id == invoiceId && i.MerchantId == merchantId), stop);
        return found is [var document] ? await pdfs.OfAsync(document, stop) : null;
    }
}
