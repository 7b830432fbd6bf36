using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Pdf;

/// <summary>The PDF of an invoice as it is now, in any status.</summary>
public sealed class ReadInvoicePdf(IDbContextFactory<BillingDb> dbs, KeptPdfs pdfs)
{
    /// <summary>Refuses <c>invoice.not-found</c>.</summary>
    public async Task<Outcome<InvoiceFile>> HandleAsync(Actor actor, string number, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = await InvoicePdfModels.ReadAsync(db, db.Set<Invoice>().VisibleTo(actor).Where(i => i.Number == number), stop);
        return found is [var document] ? await pdfs.FileAsync(document, stop) : InvoiceRefusals.InvoiceNotFound;
    }
}

/// <summary>A PDF ready to be shown.</summary>
public sealed record InvoiceFile(string FileName, byte[] Bytes);
