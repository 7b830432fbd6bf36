using System.Linq.Expressions;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices;

/// <summary>Questions about an invoice that other rows answer; asked alike when reading and under the lock.</summary>
internal static class InvoiceQueries
{
    /// <summary>True of notes that stand: neither cancelled nor still a draft.</summary>
    public static readonly Expression<Func<Invoice, bool>> Stands =
        n => n.Status != InvoiceStatus.Cancelled && n.Status != InvoiceStatus.Draft && n.Status != InvoiceStatus.Proforma;

    /// <summary>Notes that refer to the invoice and stand.</summary>
    public static IQueryable<Invoice> ActiveNotes(this IQueryable<Invoice> invoices, long invoiceId) =>
        invoices.Where(n => n.RefersToId == invoiceId).Where(Stands);

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

    /// <summary>Those of the invoices for which the same is true.</summary>
    public static async Task<IReadOnlySet<long>> HoldingAsync(
        this IQueryable<TaxFile> files, IReadOnlyCollection<Invoice> invoices, CancellationToken stop)
    {
        var numbered = invoices.Where(i => i.TaxNumber is not null).ToDictionary(i => i.Id, i => i.TaxNumber);
        if (numbered.Count == 0)
        {
            return new HashSet<long>();
        }

        var ids = numbered.Keys.ToList();
        var held = await files.Where(f => ids.Contains(f.InvoiceId))
            .Select(f => new { f.InvoiceId, f.TaxNumber, OfCoretax = f.CoretaxNumber != null })
            .ToListAsync(stop);
        return held.Where(f => f.OfCoretax || f.TaxNumber == numbered[f.InvoiceId]).Select(f => f.InvoiceId).ToHashSet();
    }
}
