using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.TaxOffice.Codes;

public sealed class VatTests
{
    [Theory]
    [InlineData("2022-03-31", 10, 1_200)]
    [InlineData("2022-04-01", 11, 1_200)]
    [InlineData("2024-12-31", 11, 1_200)]
    [InlineData("2025-01-01", 12, 1_100)]
    [InlineData("2026-11-20", 12, 1_100)]
    public void Rate_and_base_follow_the_invoice_date(string day, decimal rate, decimal otherTaxBaseOf1200)
    {
        Vat.Rate(Sample.Day(day)).Should().Be(rate);
        Vat.OtherTaxBase(Sample.Day(day), 1_200).Should().Be(otherTaxBaseOf1200);
    }

    [Theory]
    [InlineData(100_000, 91_666.67, 11_000)]
    [InlineData(50_000_000, 45_833_333.33, 5_500_000)]
    [InlineData(150_000, 137_500, 16_500)] // cost 200.000 less 50.000 profit
    public void The_examples_of_the_tax_office(decimal taxBase, decimal otherTaxBase, decimal vat)
    {
        var day = new DateOnly(2025, 6, 1);

        Vat.OtherTaxBase(day, taxBase).Should().Be(otherTaxBase);
        Vat.OfLine(day, otherTaxBase).Should().Be(vat);
    }

    [Theory]
    [InlineData("2024-06-01", 379_879.94, 379_879)]
    [InlineData("2025-05-21", 379_879.99, 379_879)]
    [InlineData("2025-05-22", 1_500_000.49, 1_500_000)]
    [InlineData("2025-05-22", 1_900_000.50, 1_900_001)]
    [InlineData("2025-05-22", 0.5, 1)]
    [InlineData("2025-05-22", 2.5, 3)] // away from zero, not to even
    [InlineData("2025-05-21", 2.5, 2)]
    public void Whole_rupiah_are_cut_before_22_May_2025_and_rounded_since(string day, decimal sum, decimal whole) =>
        Vat.OfInvoice(Sample.Day(day), sum).Should().Be(whole);

    [Theory]
    [InlineData(0.375, 0.05)] // 0.045
    [InlineData(1.04, 0.12)] // 0.1248
    public void A_line_is_rounded_half_away_from_zero(decimal otherTaxBase, decimal vat) =>
        Vat.OfLine(new DateOnly(2026, 1, 1), otherTaxBase).Should().Be(vat);
}
