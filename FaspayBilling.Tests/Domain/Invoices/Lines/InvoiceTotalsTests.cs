using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.Invoices.Lines;

/// <summary>
/// The same sums while an invoice is typed and when it is saved, for any day since 2020 (docs/sources/tax-law.md 2.4, 4).
/// </summary>
public sealed class InvoiceTotalsTests
{
    [Theory]
    [InlineData("2020-01-01", "01", 50_000_000, 50_000_000, 5_000_000, 55_000_000)]
    [InlineData("2022-03-31", "01", 50_000_000, 50_000_000, 5_000_000, 55_000_000)]
    [InlineData("2022-04-01", "01", 50_000_000, 50_000_000, 5_500_000, 55_500_000)]
    [InlineData("2024-12-31", "01", 50_000_000, 50_000_000, 5_500_000, 55_500_000)]
    [InlineData("2025-01-01", "04", 50_000_000, 45_833_333.33, 5_500_000, 55_500_000)]
    [InlineData("2026-11-16", "04", 100_000, 91_666.67, 11_000, 111_000)]
    [InlineData("2025-05-21", "04", 3_453_454, 3_165_666.17, 379_879, 3_833_333)]
    [InlineData("2025-05-22", "04", 3_453_454, 3_165_666.17, 379_880, 3_833_334)]
    [InlineData("2026-11-16", "07", 50_000_000, 45_833_333.33, 5_500_000, 50_000_000)]
    [InlineData("2026-11-16", "08", 50_000_000, 45_833_333.33, 5_500_000, 50_000_000)]
    public void The_sums_follow_the_date_and_the_code(string day, string code, decimal price, decimal other, decimal vat, decimal total)
    {
        var lines = new[] { TestInvoice.Line(price) };

        var totals = InvoiceTotals.Compute(new(Sample.Day(day), InvoiceTax: true, code, null), lines);

        totals.Should().Be(new InvoiceTotals(price, other, vat, 0, total - price, total));
        InvoiceTotals.Sum(new(Sample.Day(day), InvoiceTax: true, code, null), lines).Should().Be(totals);
    }

    [Fact]
    public void Without_Invoice_Tax_there_is_nothing_but_the_lines() =>
        InvoiceTotals.Compute(new(Sample.Today, InvoiceTax: false, null, null), [TestInvoice.Line(1_000, 1.5m, 0.5m)])
            .Should().Be(new InvoiceTotals(1_499.5m, 0, 0, 0, 0, 1_500));

    [Fact]
    public void Luxury_goods_are_taxed_on_the_full_price_and_with_their_own_tax()
    {
        var car = (InvoiceLineInput.Empty with { Name = "Car", Price = 1_000_000, Luxury = true, LuxuryTaxRate = 20 }).ToLine(1);

        InvoiceTotals.Compute(new(Sample.Today, InvoiceTax: true, "01", null), [car])
            .Should().Be(new InvoiceTotals(1_000_000, 1_000_000, 120_000, 200_000, 320_000, 1_320_000));
    }

    [Fact]
    public void What_is_typed_and_what_is_saved_come_to_the_same()
    {
        var input = TestInvoice.Content with
        {
            Lines =
            [
                InvoiceLineInput.Empty with { Name = "A", Quantity = 3.3333m, Price = 33_333.33m },
                InvoiceLineInput.Empty with { Name = "B", Quantity = 7, Price = 1_234.56m, Discount = 0.99m }
            ],
        };
        var invoice = new TestInvoice().Draft();

        invoice.Write(input, "PT Baru", "");

        var totals = InvoiceTotals.Compute(input.Treatment!, [.. input.Lines.Select((l, i) => l.ToLine(i + 1))]);
        (invoice.TaxBase, invoice.VatAmount, invoice.LuxuryTaxAmount, invoice.TaxCharged, invoice.Total)
            .Should().Be((totals.TaxBase, totals.Vat, totals.LuxuryTax, totals.Charged, totals.Total));
    }
}
