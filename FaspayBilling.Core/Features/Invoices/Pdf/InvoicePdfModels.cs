using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
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
        return invoices.Count == 0 ? [] : await OfAsync(db, invoices, stop);
    }

    /// <summary>The same of one, for its mail; null when there is none.</summary>
    public static async Task<InvoicePdfModel?> ReadAsync(
        BillingDb db, CompiledQueries queries, long merchantId, long invoiceId, CancellationToken stop)
    {
        if (await queries.Of(One)(db, merchantId, invoiceId, stop) is not { } invoice)
        {
            return null;
        }

        if (invoice.RefersToId is not null)
        {
            return (await OfAsync(db, [invoice], stop))[0];
        }

        var (merchant, customer, howToPay) = await queries.Of(Around)(db, merchantId, invoice.CustomerId, stop);
        return Of(invoice, customer, merchant, LogoPicture.FromDataUrl(merchant.Logo)) with { PaymentInstructions = howToPay ?? "" };
    }

    private static Func<BillingDb, long, long, CancellationToken, Task<Invoice?>> One() => EF.CompileAsyncQuery(
        (BillingDb db, long merchant, long id, CancellationToken stop) => db.Set<Invoice>()
            .AsNoTracking()
            .Include(i => i.Lines.OrderBy(l => l.Position))
            .SingleOrDefault(i => i.Id == id && i.MerchantId == merchant));

    private static Func<BillingDb, long, long, CancellationToken, Task<Surroundings>> Around() => EF.CompileAsyncQuery(
        (BillingDb db, long merchant, long customer, CancellationToken stop) =>
            (from m in db.Set<Merchant>()
             where m.Id == merchant
             join c in db.Set<Customer>() on m.Id equals c.MerchantId
             where c.Id == customer
             select new Surroundings(
                 m, c, db.Set<BillingSettings>().Where(s => s.MerchantId == merchant).Select(s => s.PaymentInstructions).FirstOrDefault()))
            .AsNoTracking()
            .Single());

    private static async Task<IReadOnlyList<InvoicePdfModel>> OfAsync(BillingDb db, List<Invoice> invoices, CancellationToken stop)
    {
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

    private sealed record Surroundings(Merchant Merchant, Customer Customer, string? HowToPay);

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
