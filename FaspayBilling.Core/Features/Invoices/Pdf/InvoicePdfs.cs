using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Pdf;

/// <summary>An invoice's PDF for its mail; the customer who opens the link in it gets the same file.</summary>
internal sealed class InvoicePdfs(IDbContextFactory<BillingDb> dbs, KeptPdfs pdfs) : IInvoicePdfs
{
    private readonly CompiledQueries queries = new();

    public async Task<byte[]?> MakeAsync(long merchantId, long invoiceId, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await InvoicePdfModels.ReadAsync(db, queries, merchantId, invoiceId, stop) is { } document
            ? await pdfs.OfAsync(document, stop)
            : null;
    }
}
