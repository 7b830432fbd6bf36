using System.Globalization;
using System.Xml.Linq;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Domain.TaxOffice.Desktop;

namespace FaspayBilling.Tests.Domain.TaxOffice;

public sealed class TenThousandInvoicesTests
{
    private const int Count = 10_000;

    [Fact]
    public void In_the_csv_every_head_is_the_sum_of_its_lines_and_no_total_is_off_by_a_rupiah()
    {
        var invoices = RandomInvoices.Make(Count, seed: 1, quantityDecimals: 4).ToList();

        var records = TaxSample.Records(DesktopCsv.Write(invoices.Select(i => DesktopFakturs.Of(i.Invoice, i.Customer)))).Skip(3).ToList();

        var at = 0;
        var wrong = new List<string>();
        foreach (var (invoice, customer) in invoices)
        {
            var head = records[at++];
            var lines = records.GetRange(at, invoice.Lines.Count);
            at += lines.Count;
            wrong.AddRange(Wrong(invoice, customer, head, lines));
        }

        wrong.Should().BeEmpty();
        records.Should().HaveCount(at);
    }

    [Fact]
    public void The_xml_read_back_says_what_went_in()
    {
        var invoices = RandomInvoices.Make(Count, seed: 2, quantityDecimals: 2).ToList();
        var merchant = TaxSample.Merchant();

        foreach (var some in invoices.Chunk(CoretaxXml.Most))
        {
            var fakturs = some.Select(i => CoretaxFakturs.Of(merchant, i.Invoice, i.Customer)).ToList();
            var read = XDocument.Parse(CoretaxXml.Write("0022732101075000", fakturs), LoadOptions.PreserveWhitespace)
                .Descendants("TaxInvoice")
                .Select(Read)
                .ToList();

            read.Should().HaveCount(fakturs.Count);
            for (var i = 0; i < fakturs.Count; i++)
            {
                var expected = Cleaned(fakturs[i]);
                read[i].Should().Be(expected with { Lines = read[i].Lines });
                read[i].Lines.Should().Equal(expected.Lines);
                read[i].Lines.Sum(l => l.TaxBase).Should().Be(some[i].Invoice.TaxBase);
                Vat.OfInvoice(some[i].Invoice.InvoiceDate, read[i].Lines.Sum(l => l.Vat)).Should().Be(some[i].Invoice.VatAmount);
            }
        }
    }

    private static IEnumerable<string> Wrong(Invoice invoice, Customer customer, string[] head, List<string[]> lines)
    {
        var (taxBase, vat, luxury) = (Number(head[10]), Number(head[11]), Number(head[12]));
        if (lines.Sum(l => Number(l[7])) != taxBase || lines.Sum(l => Number(l[8])) != vat || lines.Sum(l => Number(l[10])) != luxury)
        {
            yield return $"{invoice.InvoiceDate} head {taxBase} {vat} {luxury} differs from its lines";
        }

        if (vat != invoice.VatAmount
            || luxury != invoice.LuxuryTaxAmount
            || Math.Abs(taxBase - invoice.Lines.Sum(l => head[1] == "05" ? l.TaxBase : l.OtherTaxBase)) > 0.5m)
        {
            yield return $"{invoice.InvoiceDate} head {taxBase} {vat} {luxury} is not the invoice's";
        }

        if (head[10].Contains('.', StringComparison.Ordinal)
            || head[11].Contains('.', StringComparison.Ordinal)
            || lines.Any(l => l[0] != "OF" || Number(l[7]) < 0 || Number(l[8]) < 0 || Number(l[10]) < 0))
        {
            yield return $"{invoice.InvoiceDate} holds an amount that no clerk would write";
        }

        if (!head[8].EndsWith(FileText.ForCsv(customer.NpwpName), StringComparison.Ordinal)
            || lines.Zip(invoice.Lines).Any(l => l.First[2] != FileText.ForCsv(l.Second.Name)))
        {
            yield return $"{invoice.InvoiceDate} lost a name";
        }

        if (lines.Zip(invoice.Lines)
            .Any(l => Number(l.First[3]) != l.Second.Price
                || Number(l.First[4]) != l.Second.Quantity
                || Number(l.First[6]) != l.Second.Discount))
        {
            yield return $"{invoice.InvoiceDate} lost a price, quantity or discount";
        }
    }

    private static CoretaxFaktur Cleaned(CoretaxFaktur faktur) => faktur with
    {
        BuyerName = FileText.ForXml(faktur.BuyerName),
        BuyerAddress = FileText.ForXml(faktur.BuyerAddress),
        Lines = [.. faktur.Lines.Select(l => l with { Name = FileText.ForXml(l.Name) })],
    };

    private static CoretaxFaktur Read(XElement e) => new()
    {
        Date = DateOnly.ParseExact(Text(e, "TaxInvoiceDate"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Option = Text(e, "TaxInvoiceOpt"),
        TransactionCode = Text(e, "TrxCode"),
        AdditionalInfo = Text(e, "AddInfo"),
        SupportingDocument = Text(e, "CustomDoc"),
        Reference = Text(e, "RefDesc"),
        FacilityStamp = Text(e, "FacilityStamp"),
        SellerNitku = Text(e, "SellerIDTKU"),
        BuyerTin = Text(e, "BuyerTin"),
        BuyerDocument = Text(e, "BuyerDocument"),
        BuyerCountry = Text(e, "BuyerCountry"),
        BuyerDocumentNumber = Text(e, "BuyerDocumentNumber"),
        BuyerName = Text(e, "BuyerName"),
        BuyerAddress = Text(e, "BuyerAdress"),
        BuyerEmail = Text(e, "BuyerEmail"),
        BuyerNitku = Text(e, "BuyerIDTKU"),
        Lines = [.. e.Descendants("GoodService").Select(l => new CoretaxLine(
            Text(l, "Opt"), Text(l, "Code"), Text(l, "Name"), Text(l, "Unit"), Decimal(l, "Price"), Decimal(l, "Qty"),
            Decimal(l, "TotalDiscount"), Decimal(l, "TaxBase"), Decimal(l, "OtherTaxBase"), Decimal(l, "VATRate"), Decimal(l, "VAT"),
            Decimal(l, "STLGRate"), Decimal(l, "STLG")))],
    };

    private static string Text(XElement e, string name) => e.Element(name)!.Value;

    private static decimal Decimal(XElement e, string name) => Number(Text(e, name));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
