using FaspayBilling.Tests.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Domain.Invoices;

/// <summary>Amounts of lines and invoices (docs/rules.md 2, Money; docs/sources/tax-law.md 2.4 and 4).</summary>
public sealed class InvoiceAmountsTests
{
    [Theory]
    [InlineData("2022-03-31", 5_000_000)]
    [InlineData("2022-04-01", 5_500_000)]
    [InlineData("2024-12-31", 5_500_000)]
    [InlineData("2025-01-01", 5_500_000)]
    [InlineData("2025-05-21", 5_500_000)]
    [InlineData("2025-05-22", 5_500_000)]
    [InlineData("2026-11-20", 5_500_000)]
    public void Fifty_million_by_invoice_date(string day, decimal vat)
    {
        var invoice = new TestInvoice { Date = Sample.Day(day), Lines = [TestInvoice.Line(50_000_000)] }.Draft();

        (invoice.VatAmount, invoice.Total).Should().Be((vat, 50_000_000 + vat));
    }

    [Fact]
    public void Fifty_million_gives_the_same_VAT_on_every_day_since_April_2022()
    {
        for (var day = new DateOnly(2022, 4, 1); day <= new DateOnly(2027, 12, 31); day = day.AddDays(1))
        {
            new TestInvoice { Date = day, Lines = [TestInvoice.Line(50_000_000)] }.Draft().VatAmount.Should().Be(5_500_000m, $"{day:O}");
        }
    }

    [Theory]
    [InlineData("2026-11-20", 100_000, 91_666.67, 11_000)]
    [InlineData("2026-11-20", 50_000_000, 45_833_333.33, 5_500_000)]
    [InlineData("2026-11-20", 150_000, 137_500, 16_500)]
    [InlineData("2024-06-01", 3_453_454, 3_453_454, 379_879.94)]
    [InlineData("2022-01-31", 2_567_459, 2_567_459, 256_745.9)]
    public void A_line_carries_two_decimals(string day, decimal price, decimal otherTaxBase, decimal vat)
    {
        var line = new TestInvoice { Date = Sample.Day(day), Lines = [TestInvoice.Line(price)] }.Draft().Lines.Single();

        (line.TaxBase, line.OtherTaxBase, line.Vat).Should().Be((price, otherTaxBase, vat));
    }

    [Theory]
    [InlineData(0.125, 1, 0, 0.13)] // half away from zero
    [InlineData(0.135, 1, 0, 0.14)] // not to even
    [InlineData(3.33, 0.3333, 0, 1.11)]
    [InlineData(10_000, 2.5, 500.25, 24_499.75)]
    [InlineData(10, 1, 0.005, 10)]
    [InlineData(100, 1, 150, -50)] // a discount can exceed its line
    public void The_tax_base_of_a_line_has_two_decimals(decimal price, decimal quantity, decimal discount, decimal taxBase) =>
        new TestInvoice { Lines = [TestInvoice.Line(price, quantity, discount)] }.Draft().Lines.Single().TaxBase.Should().Be(taxBase);

    [Theory]
    [InlineData("2024-06-01", 3_453_454, 379_879)] // cut
    [InlineData("2025-05-21", 3_453_454, 379_879)]
    [InlineData("2025-05-22", 3_453_454, 379_880)] // rounded
    [InlineData("2025-05-21", 5, 0)]
    [InlineData("2025-05-22", 5, 1)] // 0.55
    [InlineData("2025-05-22", 4, 0)] // 0.44
    public void The_VAT_of_an_invoice_is_whole_rupiah_by_the_rule_of_its_date(string day, decimal price, decimal vat) =>
        new TestInvoice { Date = Sample.Day(day), Lines = [TestInvoice.Line(price)] }.Draft().VatAmount.Should().Be(vat);

    [Fact]
    public void The_VAT_of_an_invoice_is_the_sum_of_its_lines_and_rounded_once()
    {
        var invoice = new TestInvoice { Lines = [TestInvoice.Line(4), TestInvoice.Line(4), TestInvoice.Line(4)] }.Draft(); // 0.44 each

        (invoice.Lines.Sum(l => l.Vat), invoice.VatAmount, invoice.TaxBase, invoice.Total).Should().Be((1.32m, 1m, 12m, 13m));
    }

    [Theory]
    [InlineData(0.5, 0.06, 1)]
    [InlineData(1_000.49, 110.05, 1_110)]
    [InlineData(1_000.50, 110.06, 1_111)]
    public void The_customer_pays_whole_rupiah(decimal price, decimal lineVat, decimal total)
    {
        var invoice = new TestInvoice { Lines = [TestInvoice.Line(price)] }.Draft();

        invoice.Lines.Single().Vat.Should().Be(lineVat);
        (invoice.Total, invoice.Outstanding).Should().Be((total, total));
    }

    [Fact]
    public void Without_Invoice_Tax_there_is_no_VAT()
    {
        var invoice = new TestInvoice { Taxed = false, Lines = [TestInvoice.Line(50_000_000)] }.Draft();

        (invoice.VatAmount, invoice.Total, invoice.Lines.Single().OtherTaxBase).Should().Be((0m, 50_000_000m, 0m));
    }

    [Fact]
    public void Billing_again_replaces_the_lines()
    {
        var invoice = new TestInvoice().Draft();

        invoice.Bill([TestInvoice.Line(100), TestInvoice.Line(200)]);

        (invoice.Lines.Count, invoice.TaxBase, invoice.Total, invoice.Outstanding).Should().Be((2, 300m, 333m, 333m));
    }
}
