using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>Turns an invoice into what the Coretax XML says of it; <see cref="ExportProblems"/> was asked before.</summary>
public static class CoretaxFakturs
{
    private const string NoTin = "0000000000000000";
    private const string HeadOffice = "000000";

    /// <summary>Identity from the customer and the merchant as they are now, amounts from the invoice.</summary>
    public static CoretaxFaktur Of(Merchant merchant, Invoice invoice, Customer customer)
    {
        var tin = customer.Document == BuyerIdType.Tin;
        var facility = TaxFacilities.NeededBy(invoice.TransactionCode);
        return new CoretaxFaktur
        {
            Date = invoice.InvoiceDate,
            TransactionCode = invoice.TransactionCode ?? "",
            Reference = invoice.Number,
            AdditionalInfo = facility ? invoice.AdditionalInfo ?? "" : "",
            FacilityStamp = facility ? invoice.FacilityStamp ?? "" : "",
            SupportingDocument = invoice.SupportingDocument,
            SupportingDocumentMonth = invoice.SupportingDocumentMonth,
            SellerNitku = merchant.Nitku,
            BuyerTin = tin ? Npwp.Long(customer.Npwp) : NoTin,
            BuyerDocument = Word(customer.Document),
            BuyerCountry = customer.Country,
            BuyerDocumentNumber = tin ? "-" : customer.DocumentNumber,
            BuyerName = BuyerText.Name(customer),
            BuyerAddress = BuyerText.Address(customer),
            BuyerEmail = CustomerEmails.First(customer.Email),
            BuyerNitku = !tin ? HeadOffice : customer.Nitku.Length > 0 ? customer.Nitku : Npwp.Long(customer.Npwp) + HeadOffice,
            Lines = [.. invoice.Lines.OrderBy(l => l.Position).Select(l => Line(invoice, l))],
        };
    }

    /// <summary>The document as the tax office's list names it.</summary>
    public static string Word(BuyerIdType document) => document switch
    {
        BuyerIdType.Tin => "TIN",
        BuyerIdType.NationalId => "National ID",
        BuyerIdType.Passport => "Passport",
        BuyerIdType.OtherId => "Other ID",
    };

    private static CoretaxLine Line(Invoice invoice, InvoiceLine l) => new(
        l.Kind == LineKind.Goods ? "A" : "B",
        l.GoodsCode,
        l.Name,
        l.UnitCode.Length > 0 ? l.UnitCode : TaxUnits.Other,
        l.Price,
        l.Quantity,
        l.Discount,
        l.TaxBase,
        l.OtherTaxBase,
        Vat.Rate(invoice.InvoiceDate),
        l.Vat,
        l.LuxuryTaxRate,
        l.LuxuryTax);
}
