using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Web.Components.Ui;

namespace FaspayBilling.Web.Components.Pages.Invoices;

/// <summary>How an invoice's lines and their sums are worded.</summary>
internal static class LineTexts
{
    public static string Kind(LineKind kind) => kind switch
    {
        LineKind.Goods => T("Goods"),
        LineKind.Service => T("Service"),
    };

    public static string TaxBase(bool invoiceTax) => invoiceTax ? T("Tax base") : T("Subtotal");

    public static string Vat(VatTreatment treatment)
    {
        var rate = Format.Quantity(treatment.StatedRate);
        return TransactionCodes.IsCharged(treatment.TransactionCode) ? T($"VAT (PPN) {rate} %") : T($"VAT (PPN) {rate} %, not charged");
    }

    public static string LuxuryTax(string? code) =>
        TransactionCodes.IsCharged(code) ? T("Luxury tax (PPnBM)") : T("Luxury tax (PPnBM), not charged");
}
