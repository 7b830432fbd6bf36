using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices;

/// <summary>Questions about an invoice that other rows answer; asked alike when reading and under the lock.</summary>
internal static class InvoiceQueries
{
    /// <summary>Notes that refer to the invoice and stand: neither cancelled nor still a draft.</summary>
    public static IQueryable<Invoice> ActiveNotes(this IQueryable<Invoice> invoices, long invoiceId) =>
        invoices.Where(n => n.RefersToId == invoiceId
            && n.Status != InvoiceStatus.Cancelled && n.Status != InvoiceStatus.Draft && n.Status != InvoiceStatus.Proforma);

    /// <summary>
    /// The day whose VAT rules a credit note keeps to: that of its invoice, also of a deleted one; null for everything else.
    /// </summary>
    public static async Task<DateOnly?> TaxDayAsync(this IQueryable<Invoice> invoices, Invoice note, CancellationToken stop) =>
        note.RefersToId is { } id
        && await invoices
            .IgnoreQueryFilters()
            .Where(i => i.Id == id && i.MerchantId == note.MerchantId)
            .Select(i => (DateOnly?)i.InvoiceDate)
            .SingleOrDefaultAsync(stop) is { } day
            ? NoteContent.TaxDay(note.DocumentType, day)
            : null;

    /// <summary>True when a file was uploaded for the number that the invoice holds; one of Coretax says as much.</summary>
    public static async Task<bool> HoldingAsync(this IQueryable<TaxFile> files, Invoice invoice, CancellationToken stop) =>
        invoice.TaxNumber is { } number
        && await files.AnyAsync(f => f.InvoiceId == invoice.Id && (f.TaxNumber == number || f.CoretaxNumber != null), stop);
}
