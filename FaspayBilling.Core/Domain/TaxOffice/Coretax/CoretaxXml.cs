using System.Globalization;
using System.Text;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>
/// Coretax's import file <c>TaxInvoiceBulk</c> (docs/sources/tax-law.md 2.5), laid out like the tax office's own sample: tabs, LF, empty
/// elements closed by themselves, no final line feed.
/// </summary>
public static class CoretaxXml
{
    /// <summary>Tax invoices in one file at most.</summary>
    public const int Most = 1_000;

    /// <summary>The whole file as text; UTF-8 without a byte order mark is what is stored.</summary>
    /// <param name="tin">The seller's NPWP, 16 digits.</param>
    /// <param name="fakturs">At most <see cref="Most"/>.</param>
    public static string Write(string tin, IReadOnlyCollection<CoretaxFaktur> fakturs)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fakturs.Count, Most, nameof(fakturs));
        var file = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n")
            .Append(
                "<TaxInvoiceBulk xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                    + "xsi:noNamespaceSchemaLocation=\"TaxInvoice.xsd\">\n");
        Element(file, 1, "TIN", tin);
        file.Append("\t<ListOfTaxInvoice>\n");
        foreach (var faktur in fakturs)
        {
            Append(file, faktur);
        }

        return file.Append("\t</ListOfTaxInvoice>\n</TaxInvoiceBulk>").ToString();
    }

    private static void Append(StringBuilder file, CoretaxFaktur f)
    {
        file.Append("\t\t<TaxInvoice>\n");
        Elements(
            file,
            3,
            ("TaxInvoiceDate", f.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            (
                "TaxInvoiceOpt", f.Option),
            ("TrxCode", f.TransactionCode),
            ("AddInfo", f.AdditionalInfo),
            ("CustomDoc", f.SupportingDocument),
            ("CustomDocMonthYear", f.SupportingDocumentMonth?.ToString("MMyyyy", CultureInfo.InvariantCulture) ?? ""),
            ("RefDesc", f.Reference),
            ("FacilityStamp", f.FacilityStamp),
            ("SellerIDTKU", f.SellerNitku),
            ("BuyerTin", f.BuyerTin),
            ("BuyerDocument", f.BuyerDocument),
            ("BuyerCountry", f.BuyerCountry),
            ("BuyerDocumentNumber", f.BuyerDocumentNumber),
            ("BuyerName", f.BuyerName),
            ("BuyerAdress", f.BuyerAddress),
            ("BuyerEmail", f.BuyerEmail),
            ("BuyerIDTKU", f.BuyerNitku));
        file.Append("\t\t\t<ListOfGoodService>\n");
        foreach (var line in f.Lines)
        {
            Append(file, line);
        }

        file.Append("\t\t\t</ListOfGoodService>\n\t\t</TaxInvoice>\n");
    }

    private static void Append(StringBuilder file, CoretaxLine l)
    {
        file.Append("\t\t\t\t<GoodService>\n");
        Elements(
            file, 5, ("Opt", l.Option), ("Code", l.Code), ("Name", l.Name), ("Unit", l.Unit), ("Price", Number(l.Price)),
            ("Qty", Number(l.Quantity)), ("TotalDiscount", Number(l.Discount)), ("TaxBase", Number(l.TaxBase)),
            ("OtherTaxBase", Number(l.OtherTaxBase)), ("VATRate", Number(l.VatRate)), ("VAT", Number(l.Vat)),
            ("STLGRate", Number(l.LuxuryTaxRate)), ("STLG", Number(l.LuxuryTax)));
        file.Append("\t\t\t\t</GoodService>\n");
    }

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static void Elements(StringBuilder file, int depth, params ReadOnlySpan<(string Name, string Text)> elements)
    {
        foreach (var (name, text) in elements)
        {
            Element(file, depth, name, text);
        }
    }

    private static void Element(StringBuilder file, int depth, string name, string text)
    {
        file.Append('\t', depth).Append('<').Append(name);
        if (FileText.ForXml(text) is { Length: > 0 } kept)
        {
            file.Append('>').Append(Escaped(kept)).Append("</").Append(name).Append(">\n");
        }
        else
        {
            file.Append("/>\n");
        }
    }

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
