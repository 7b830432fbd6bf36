using CsCheck;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Domain.TaxOffice.Desktop;
using FaspayBilling.Tests.Domain.Shared;
using FaspayBilling.Tests.Domain.TaxOffice;

namespace FaspayBilling.Tests.Properties;

/// <summary>What an invoice comes to, here and in both files, is what the law's text says.</summary>
public sealed class TaxAmountsTests
{
    [Fact]
    public void An_invoice_comes_to_what_the_law_says() =>
        Cases.Hold(Generated.Content(Generated.Day, decimals: 4), content =>
        {
            var invoice = Issued(content);

            var (law, lines) = (LawFiles.LawOf(invoice), LawFiles.LinesOf(invoice));
            invoice.Lines.OrderBy(l => l.Position)
                .Select(l => new[] { l.Gross, l.TaxBase, l.OtherTaxBase, l.Vat, l.LuxuryTax }.Select(Law.Sen).ToArray())
                .Select(sen => new LawLine(sen[0], sen[1], sen[2], sen[3], sen[4]))
                .Should().Equal(lines);
            Law.Sen(invoice.VatAmount).Should().Be(100 * law.WholeTax(Law.Sum(lines, l => l.Vat)));
            Law.Sen(invoice.LuxuryTaxAmount).Should().Be(100 * law.WholeTax(Law.Sum(lines, l => l.LuxuryTax)));
            Law.Sen(invoice.Total).Should().Be(100 * law.Total(lines));
            Law.Sen(invoice.Outstanding).Should().Be(100 * law.Total(lines));
        });

    [Fact]
    public void The_csv_says_what_the_law_says() =>
        Cases.Hold(Generated.Content(Generated.Day, decimals: 4).Array[1, 3], contents =>
        {
            var invoices = contents.Select(Issued).ToList();

            LawFiles.CsvShouldBeLawful(DesktopCsv.Write(invoices.Select(i => DesktopFakturs.Of(i, TaxSample.Customer()))), invoices);
        });

    [Fact]
    public void The_xml_says_what_the_law_says() =>
        Cases.Hold(Generated.Content(Generated.Day.Where(d => d.Year >= 2025), decimals: 2).Array[1, 3], contents =>
        {
            var invoices = contents.Select(Issued).ToList();

            LawFiles.XmlShouldBeLawful(
                CoretaxXml.Write(
                    "0022732101075000", [.. invoices.Select(i => CoretaxFakturs.Of(TaxSample.Merchant(), i, TaxSample.Customer()))]),
                invoices);
        });

    [Fact]
    public void What_is_generated_can_be_typed() =>
        Cases.Hold(Generated.Content(Generated.Day, decimals: 4), content =>
            InvoiceRules.WhyNot(content with { CustomerId = 7 }, Sample.Today).Select(r => r.Code).Should().BeEmpty());

    [Theory]
    // Worked out by hand from the text: DDTC's example, the cut of 2022, the two sides of 22 May 2025, luxury before and after January.
    [InlineData("2026-11-16", "04", 50_000_000, false, 4_583_333_333, 5_500_000)]
    [InlineData("2022-03-31", "01", 3_453_454, false, 345_345_400, 345_345)]
    [InlineData("2022-04-01", "01", 3_453_454, false, 345_345_400, 379_879)]
    [InlineData("2025-05-21", "04", 105, false, 9_625, 11)]
    [InlineData("2025-05-22", "04", 105, false, 9_625, 12)]
    [InlineData("2025-01-31", "04", 1_200, true, 110_000, 132)]
    [InlineData("2025-02-01", "01", 1_200, true, 120_000, 144)]
    public void The_law_here_gives_what_a_person_works_out(string day, string code, int price, bool luxury, long otherBase, int vat)
    {
        var law = new Law(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), code, null);

        var line = law.Of(new(price * 100L, 10_000, 0, luxury, 0));

        (line.OtherBase, law.WholeTax(line.Vat)).Should().Be((otherBase, vat));
    }

    private static Invoice Issued(InvoiceContent content) => new TestInvoice
    {
        Date = content.InvoiceDate!.Value,
        Before = invoice => invoice.Write(content with { CustomerId = 7 }, "PT Maju", "026015362054000", null),
        TaxNumber = Sample.Number(TaxSample.Number),
    }
    .Issued();
}
