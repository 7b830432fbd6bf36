using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.Invoices.Lines;

/// <summary>What a line must be; each refusal names its line and its field, e.g. <c>Lines[2].Price</c>.</summary>
public static class InvoiceLineRules
{
    private const decimal MostLuxuryTax = 200;

    /// <summary>
    /// <c>invoice.line-name</c>, <c>invoice.line-code</c>, <c>invoice.line-unit</c>, <c>invoice.line-quantity</c>,
    /// <c>invoice.line-price</c>, <c>invoice.line-discount</c>, <c>invoice.line-luxury-tax</c>, <c>invoice.line-amount</c>.
    /// </summary>
    public static IEnumerable<Refusal> WhyNot(InvoiceLineInput line, int index)
    {
        if (PlainText.Line(line.Name).Length is 0 or > InvoiceLineInput.LongestName)
        {
            yield return InvoiceRefusals.InvoiceLineName(index);
        }

        if (line.GoodsCode.Length != 6 || !line.GoodsCode.All(char.IsAsciiDigit))
        {
            yield return InvoiceRefusals.InvoiceLineCode(index);
        }

        if ((line.UnitCode.Length > 0 && TaxUnits.Find(line.UnitCode) is null)
            || PlainText.Line(line.Unit).Length > InvoiceLineInput.LongestUnit)
        {
            yield return InvoiceRefusals.InvoiceLineUnit(index);
        }

        if (line.Luxury && (line.LuxuryTaxRate is not { } rate || rate is < 0 or > MostLuxuryTax || Rupiah.Cents(rate) != rate))
        {
            yield return InvoiceRefusals.InvoiceLineLuxuryTax(index);
        }

        foreach (var refusal in WhyNotAmounts(line, index))
        {
            yield return refusal;
        }
    }

    private static IEnumerable<Refusal> WhyNotAmounts(InvoiceLineInput line, int index)
    {
        var quantity = line.Quantity is { } q && q is > 0 and <= InvoiceLineInput.MostQuantity && decimal.Round(q, 4) == q;
        var price = IsAmount(line.Price);
        var discount = IsAmount(line.Discount);
        if (!quantity)
        {
            yield return InvoiceRefusals.InvoiceLineQuantity(index);
        }

        if (!price)
        {
            yield return InvoiceRefusals.InvoiceLinePrice(index);
        }

        var full = quantity && price ? InvoiceLine.GrossOf(line.Price!.Value, line.Quantity!.Value) : (decimal?)null;
        if (full > InvoiceContent.Most)
        {
            yield return InvoiceRefusals.InvoiceLineAmount(index);
        }

        if (!discount || line.Discount > full)
        {
            yield return InvoiceRefusals.InvoiceLineDiscount(index);
        }
    }

    private static bool IsAmount(decimal? amount) =>
        amount is { } some && some is >= 0 and <= InvoiceContent.Most && Rupiah.Cents(some) == some;
}
