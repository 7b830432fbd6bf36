using System.Globalization;
using System.Xml.Linq;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Domain.TaxOffice.Desktop;

namespace FaspayBilling.Tests.Domain.TaxOffice;

/// <summary>What others write, and the tax office takes, comes out of our writers too.</summary>
public sealed class SamplesTests
{
    [Fact]
    public void The_tax_offices_own_sample_comes_out_byte_for_byte()
    {
        var faktur = new CoretaxFaktur
        {
            Date = new DateOnly(2025, 2, 2),
            TransactionCode = "07",
            AdditionalInfo = "TD.00502",
            SupportingDocument = "00004092893220241216000270",
            SupportingDocumentMonth = new DateOnly(2024, 12, 1),
            FacilityStamp = "TD.01102",
            SellerNitku = "1091031210912281000000",
            BuyerTin = "1091031210912281",
            BuyerDocument = "TIN",
            BuyerCountry = "IND",
            BuyerEmail = "someemail@gmail.com",
            BuyerNitku = "1091031210912281000000",
            Lines =
            [
                new CoretaxLine("A", "000000", "Barang", "UM.0001", 15_000, 200, 100_000, 2_900_000, 2_900_000, 11, 319_000, 20, 580_000)
            ],
        };

        CoretaxXml.Write("1091031210912281", [faktur]).Should().Be(TaxSample.Text("djp-sample-v1.4.xml"));
    }

    [Fact]
    public void Odoos_xml_comes_out_with_equal_elements_and_decimal_values()
    {
        var faktur = new CoretaxFaktur
        {
            Date = new DateOnly(2019, 5, 1),
            TransactionCode = "04",
            Reference = "INV/2019/00001",
            SellerNitku = "1234567890123456000000",
            BuyerTin = "1234567890123457",
            BuyerDocument = "TIN",
            BuyerCountry = "IDN",
            BuyerName = "partner_a",
            BuyerAddress = "Indonesia",
            BuyerNitku = "1234567890123457000000",
            Lines = [new CoretaxLine("A", "000000", "product_a", "UM.0018", 100_000, 1, 0, 100_000, 91_666.67m, 12, 11_000)],
        };

        Leaves(CoretaxXml.Write("1234567890123456", [faktur])).Should().Equal(Leaves(TaxSample.Text("odoo-sample.xml")));
    }

    [Fact]
    public void Odoos_csv_comes_out_with_equal_values()
    {
        var theirs = TaxSample.Records(TaxSample.Text("odoo-expected-rows.csv"));
        var rows = theirs.Skip(3).Chunk(2).Select(pair => Faktur(pair[0], pair[1]));

        var ours = TaxSample.Records(DesktopCsv.Write(rows));

        ours.Select(Comparable).Should().BeEquivalentTo(theirs.Select(Comparable), o => o.WithStrictOrdering());
    }

    [Fact]
    public void Odoos_csv_comes_out_letter_for_letter_but_for_its_dates()
    {
        var theirs = TaxSample.Text("odoo-expected-rows.csv");
        var rows = TaxSample.Records(theirs).Skip(3).Chunk(2).Select(pair => Faktur(pair[0], pair[1]));

        DesktopCsv.Write(rows).Replace("\"01/05/2019\"", "\"1/5/2019\"", StringComparison.Ordinal).Should().Be(theirs);
    }

    private static DesktopFaktur Faktur(string[] fk, string[] of) => new()
    {
        TransactionCode = fk[1],
        Replacement = fk[2] == "1",
        Number = fk[3],
        Date = new DateOnly(2019, 5, 1),
        BuyerId = fk[7],
        BuyerName = fk[8],
        BuyerAddress = fk[9],
        TaxBase = Decimal(fk[10]),
        Vat = Decimal(fk[11]),
        LuxuryTax = Decimal(fk[12]),
        Facility = fk[13],
        Reference = fk[18],
        SupportingDocument = fk[19],
        Lines =
        [
            new DesktopLine(of[2], Decimal(of[3]), Decimal(
                of[4]), Decimal(of[5]), Decimal(of[6]), Decimal(of[7]), Decimal(of[8]), Decimal(of[9]), Decimal(of[10]), of[1])
        ],
    };

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    // Only the FK rows of invoices carry a date.
    private static object[] Comparable(string[] record) =>
        [
            .. record.Select((text, i) => record[0] == "FK" && i == 6 && char.IsAsciiDigit(text[0])
                ? DateOnly.ParseExact(text, ["d/M/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture)
                : (object)text)
        ];

    private static List<(string Path, object Value)> Leaves(string xml) =>
        [
            .. XDocument.Parse(xml).Descendants().Where(e => !e.HasElements).Select(e => (
                string.Join('/', e.AncestorsAndSelf().Reverse().Select(a => a.Name.LocalName)),
                e.Parent!.Name.LocalName == "GoodService" && decimal.TryParse(e.Value, CultureInfo.InvariantCulture, out var number)
                    ? (object)number
                    : e.Value))
        ];
}
