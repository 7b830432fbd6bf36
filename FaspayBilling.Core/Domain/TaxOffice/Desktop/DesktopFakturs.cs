using System.Globalization;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice.Desktop;

/// <summary>Turns an invoice into what the Desktop CSV says of it; <see cref="ExportProblems"/> was asked before.</summary>
public static class DesktopFakturs
{
    private const string NoNpwp = "000000000000000";

    /// <summary>Until then a buyer without NPWP was written into the name; since then the NIK stands where the NPWP does.</summary>
    private static readonly DateOnly NikAsNpwp = new(2025, 1, 1);

    /// <summary>Identity from the customer as it is now, amounts from the invoice.</summary>
    public static DesktopFaktur Of(Invoice invoice, Customer customer)
    {
        var lines = invoice.Lines.OrderBy(l => l.Position).ToList();

        // The base to the nearest rupiah, with code 05 the price itself; the taxes are the invoice's own, rounded by the rule of its day.
        var other = invoice.Treatment().StatesOtherTaxBase;
        var exact = lines.Select(l => other ? l.OtherTaxBase : l.TaxBase).ToList();
        var taxBase = Rupiah.Whole(exact.Sum());
        var bases = Difference.Spread(exact, taxBase);
        var vats = Difference.Spread([.. lines.Select(l => l.Vat)], invoice.VatAmount);
        var luxuries = Difference.Spread([.. lines.Select(l => l.LuxuryTax)], invoice.LuxuryTaxAmount);
        var (id, name) = Buyer(invoice, customer);
        var facility = TaxFacilities.Find(invoice.TransactionCode, invoice.AdditionalInfo, invoice.FacilityStamp)?.Number;
        return new DesktopFaktur
        {
            TransactionCode = invoice.TransactionCode ?? "",
            Number = invoice.TaxNumber?.Digits ?? "",
            Date = invoice.InvoiceDate,
            Reference = invoice.Number,
            BuyerId = id,
            BuyerName = name,
            BuyerAddress = BuyerText.Address(customer),
            TaxBase = taxBase,
            Vat = invoice.VatAmount,
            LuxuryTax = invoice.LuxuryTaxAmount,
            Facility = facility?.ToString(CultureInfo.InvariantCulture) ?? "",
            SupportingDocument = facility is null || invoice.SupportingDocument.Length == 0 ? "0" : invoice.SupportingDocument,
            Lines =
            [
                .. lines.Select((l, i) => new DesktopLine(
                    l.Name,
                    l.Price,
                    l.Quantity,
                    l.Gross,
                    l.Discount,
                    bases[i],
                    vats[i],
                    l.LuxuryTaxRate,
                    luxuries[i]))
            ],
        };
    }

    private static (string Id, string Name) Buyer(Invoice invoice, Customer customer)
    {
        var name = BuyerText.Name(customer);
        return customer.Document switch
        {
            BuyerIdType.Tin => (customer.Npwp, name),
            BuyerIdType.NationalId when invoice.InvoiceDate >= NikAsNpwp => (customer.DocumentNumber, name),
            BuyerIdType.NationalId => (NoNpwp, $"{customer.DocumentNumber}#NIK#NAMA#{name}"),
            BuyerIdType.Passport => (NoNpwp, $"{customer.DocumentNumber}#PASPOR#NAMA#{name}"),
            BuyerIdType.OtherId => (NoNpwp, $"{customer.DocumentNumber}#LAINNYA#NAMA#{name}"),
        };
    }
}
