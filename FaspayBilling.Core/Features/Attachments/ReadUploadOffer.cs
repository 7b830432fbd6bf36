using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Attachments;

/// <summary>Reads what the dialog Upload Documents shows of an invoice before a file is chosen.</summary>
public sealed class ReadUploadOffer(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>invoice.not-found</c>.</summary>
    public async Task<Outcome<UploadOffer>> HandleAsync(Actor actor, string number, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var invoice = await db.Set<Invoice>()
            .VisibleTo(actor)
            .Where(i => i.Number == number)
            .Select(i => new { i.DocumentType, i.Status, i.Outstanding })
            .SingleOrDefaultAsync(stop);
        return invoice is null ? InvoiceRefusals.InvoiceNotFound
            : new UploadOffer(
                number,
                invoice.Outstanding,
                (await db.SettingsAsync(actor, stop)).WithholdingTax,
                Invoice.WhyNotDeducted(invoice.DocumentType, invoice.Status) is null);
    }
}

/// <summary>What may be uploaded for an invoice now.</summary>
/// <param name="Number">Invoice No.</param>
/// <param name="Outstanding">Rupiah.</param>
/// <param name="WithholdingTax">The document type Withholding Tax is available.</param>
/// <param name="MayDeduct">Something can be owed, so that something can be deducted.</param>
public sealed record UploadOffer(string Number, decimal Outstanding, bool WithholdingTax, bool MayDeduct);
