using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Mail;
using FaspayBilling.Core.Pdf;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Billings;

/// <summary>Makes an invoice's PDF for its mail.</summary>
internal sealed class InvoicePdfs(IDbContextFactory<BillingDb> dbs) : IInvoicePdfs
{
    public async Task<byte[]?> MakeAsync(long merchantId, long invoiceId, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = await InvoiceDocuments.ReadAsync(db, db.Set<Invoice>().Where(i => i.Id == invoiceId && i.MerchantId == merchantId), stop);
        return found is [var document] ? InvoicePdf.Of(document) : null;
    }
}
