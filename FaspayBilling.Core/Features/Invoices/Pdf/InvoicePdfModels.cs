using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Formats.Pdf;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Pdf;

/// <summary>From rows to what stands on an invoice's PDF, a few invoices at a time.</summary>
internal static class InvoicePdfModels
{
    /// <summary>What the query finds, by invoice number; all of one merchant.</summary>
    public static async Task<IReadOnlyList<InvoicePdfModel>> ReadAsync(BillingDb db, IQueryable<Invoice> found, CancellationToken stop)
    {
        var invoices = await found.AsNoTracking()
            .Include(i => i.Lines.OrderBy(l => l.Position))
            .AsSplitQuery()
            .OrderBy(i => i.Number)
            .ToListAsync(stop);
        if (invoices.Count == 0)
        {
            return [];
        }

        var merchant = await db.Set<Merchant>().AsNoTracking().SingleAsync(m => m.Id == invoices[0].MerchantId, stop);
        var howToPay = await db.Set<BillingSettings>()
            .Where(s => s.MerchantId == merchant.Id)
            .Select(s => s.PaymentInstructions)
            .SingleOrDefaultAsync(stop)
            ?? "";
        var customerIds = invoices.Select(i => i.CustomerId).Distinct().ToList();
        var customers = await db.Set<Customer>().AsNoTracking().Where(c => customerIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        var originalIds = invoices.Select(i => i.RefersToId).OfType<long>().Distinct().ToList();
        var originals = originalIds.Count == 0
            ? []
            : await db.Set<Invoice>()
                .IgnoreQueryFilters()
                .Where(i => originalIds.Contains(i.Id))
                .ToDictionaryAsync(i => i.Id, i => (i.Number, i.InvoiceDate), stop);
        var logo = LogoPicture.FromDataUrl(merchant.Logo);
        return [.. invoices.Select(i => About(i, Of(i, customers[i.CustomerId], merchant, logo), originals) with
        {
            PaymentInstructions = howToPay,
        })];
    }

    private static InvoicePdfModel About(
        Invoice invoice, InvoicePdfModel document, Dictionary<long, (string Number, DateOnly InvoiceDate)> originals) =>
        invoice.RefersToId is { } id && originals.TryGetValue(id, out var original)
            ? document with
            {
                RefersTo = original.Number,
                TaxDay = NoteContent.TaxDay(invoice.DocumentType, original.InvoiceDate) ?? invoice.InvoiceDate,
            }
            : document;

    private static InvoicePdfModel Of(Invoice invoice, Customer customer, Merchant merchant, byte[]? logo) => new()
    {
        Language = invoice.Language,
        Title = invoice.Title(),
        Merchant = new DocumentParty(merchant.Name, merchant.Address, merchant.Npwp, merchant.Nitku),

        // What the invoice carries was true when it was written; the rest is only known of the customer as it is now.
        Customer = new DocumentParty(
            invoice.CustomerName,
            customer.Address,
            invoice.CustomerNpwp.Length > 0 ? invoice.CustomerNpwp : customer.Npwp,
            customer.Nitku,
            CustomerEmails.First(customer.Email)),
        Logo = logo,
        Number = invoice.Number,
        InvoiceDate = invoice.InvoiceDate,
        TaxDay = invoice.InvoiceDate,
        Due = invoice.Due,
        TaxNumber = invoice.TaxNumber is { } number ? $"{invoice.TransactionCode}0.{number}" : null,
        CoretaxNumber = invoice.CoretaxNumber,
        Subject = invoice.Subject,
        Lines =
        [
            .. invoice.Lines.Select(
                l => new DocumentLine(l.Name, l.Quantity, l.Unit, l.Price, l.Discount, l.TaxBase, l.Luxury, l.LuxuryTaxRate))
        ],
        InvoiceTax = invoice.InvoiceTax,
        TransactionCode = invoice.TransactionCode,
        EffectiveVatRate = invoice.EffectiveVatRate,
        TaxBase = invoice.TaxBase,
        OtherTaxBase = invoice.Lines.Sum(l => l.OtherTaxBase),
        Vat = invoice.VatAmount,
        LuxuryTax = invoice.LuxuryTaxAmount,
        Rounding = invoice.Rounding,
        Total = invoice.Total,
        Paid = invoice.Paid,
        Deducted = invoice.Deducted,
        Outstanding = invoice.Outstanding,
        Draft = invoice.Status == InvoiceStatus.Draft,
        Cancelled = invoice.Status == InvoiceStatus.Cancelled,
        Notes = invoice.NotesOnPdf ? invoice.Notes : "",
    };
}
