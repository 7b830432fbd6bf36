using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.Invoices.Lines;

/// <summary>What an invoice comes to: the invoice itself and the form that is being typed work it out here.</summary>
/// <param name="TaxBase">Sum of the lines before tax.</param>
/// <param name="OtherTaxBase">Sum of the bases that the rate applies to (DPP nilai lain).</param>
/// <param name="Vat">VAT in whole rupiah.</param>
/// <param name="LuxuryTax">Luxury sales tax (PPnBM) in whole rupiah.</param>
/// <param name="Charged">What of both taxes the customer pays: nothing with codes 07 and 08.</param>
/// <param name="Total">Whole rupiah.</param>
public sealed record InvoiceTotals(decimal TaxBase, decimal OtherTaxBase, decimal Vat, decimal LuxuryTax, decimal Charged, decimal Total)
{
    /// <summary>What brings base and charged tax to the whole rupiah of the total.</summary>
    public decimal Rounding => Total - TaxBase - Charged;

    /// <summary>Computes the lines, then sums them.</summary>
    public static InvoiceTotals Compute(VatTreatment treatment, IReadOnlyCollection<InvoiceLine> lines)
    {
        foreach (var line in lines)
        {
            line.Compute(treatment);
        }

        return Sum(treatment, lines);
    }

    /// <summary>Sums lines that were computed for that treatment before.</summary>
    public static InvoiceTotals Sum(VatTreatment treatment, IReadOnlyCollection<InvoiceLine> lines)
    {
        return Of(
            treatment,
            lines.Sum(l => l.TaxBase),
            lines.Sum(l => l.OtherTaxBase),
            lines.Sum(l => l.Vat),
            lines.Sum(l => l.LuxuryTax));
    }

    /// <summary>What the sums of the lines come to, rounded as the day has it.</summary>
    public static InvoiceTotals Of(
        VatTreatment treatment, decimal taxBase, decimal otherTaxBase, decimal vatOfLines, decimal luxuryTaxOfLines)
    {
        var vat = TaxOffice.Codes.Vat.OfInvoice(treatment.Day, vatOfLines);
        var luxuryTax = TaxOffice.Codes.Vat.OfInvoice(treatment.Day, luxuryTaxOfLines);
        var charged = treatment.InvoiceTax && TransactionCodes.IsCharged(treatment.TransactionCode) ? vat + luxuryTax : 0;
        return new InvoiceTotals(taxBase, otherTaxBase, vat, luxuryTax, charged, Rupiah.Whole(taxBase + charged));
    }
}
