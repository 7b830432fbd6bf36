using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.TaxOffice.Codes;

/// <summary>How a line is taxed by day, code, luxury and effective rate (docs/rules.md 2).</summary>
public sealed class VatTreatmentTests
{
    [Theory]
    // Code 05: VAT is price times rate, on every day.
    [InlineData("2023-06-01", "05", 1.1, false, 100_000_000, 10_000_000, 1_100_000)]
    [InlineData("2026-11-16", "05", 1.1, false, 100_000_000, 9_166_666.67, 1_100_000)]
    [InlineData("2026-11-16", "05", 2.2, false, 12_345_678, 2_263_374.33, 271_604.92)]
    [InlineData("2026-11-16", "05", 12.0, false, 1_000_000, 1_000_000, 120_000)]
    [InlineData("2026-11-16", "05", 1.1, true, 100_000_000, 9_166_666.67, 1_100_000)] // the code decides, not the goods
    // Code 04 before 2025: another value as base; without a rate the full price.
    [InlineData("2022-03-31", "04", 1.0, false, 10_000_000, 1_000_000, 100_000)]
    [InlineData("2023-06-01", "04", 1.1, false, 10_000_000, 1_000_000, 110_000)]
    [InlineData("2024-12-31", "04", null, false, 10_000_000, 10_000_000, 1_100_000)]
    [InlineData("2025-01-01", "04", 1.1, false, 12_000_000, 11_000_000, 1_320_000)] // no rate is asked for any more
    // January 2025: with code 04 luxury goods are taxed like all others.
    [InlineData("2024-12-31", "01", null, true, 120_000_000, 120_000_000, 13_200_000)]
    [InlineData("2025-01-01", "04", null, true, 120_000_000, 110_000_000, 13_200_000)]
    [InlineData("2025-01-31", "04", null, true, 120_000_000, 110_000_000, 13_200_000)]
    [InlineData("2025-01-31", "01", null, true, 120_000_000, 120_000_000, 14_400_000)]
    [InlineData("2025-02-01", "04", null, true, 120_000_000, 120_000_000, 14_400_000)]
    [InlineData("2025-01-15", "02", null, true, 120_000_000, 120_000_000, 14_400_000)]
    [InlineData("2025-01-15", "04", null, false, 120_000_000, 110_000_000, 13_200_000)]
    public void A_line_is_taxed_by_day_code_goods_and_rate(
        string day, string code, double? rate, bool luxury, decimal taxBase, decimal other, decimal vat) =>
        new VatTreatment(Sample.Day(day), true, code, (decimal?)rate).Of(taxBase, luxury).Should().Be((other, vat));

    [Fact]
    public void Coretax_comes_to_the_same_VAT_from_the_base_it_is_told()
    {
        var random = new Random(5);
        for (var i = 0; i < 20_000; i++)
        {
            var (price, rate) = (random.Next(1, int.MaxValue) / 100m, random.Next(1, 1_200) / 100m);
            var (other, vat) = new VatTreatment(Sample.Today, true, "05", rate).Of(price, luxury: false);

            Vat.OfLine(Sample.Today, other).Should().Be(vat, "{0} at {1} %", price, rate);
        }
    }

    [Fact]
    public void Without_Invoice_Tax_a_rate_means_nothing() =>
        new VatTreatment(Sample.Today, false, "05", 1.1m).Of(1_000, luxury: false).Should().Be((0m, 0m));

    [Fact]
    public void While_the_rate_of_code_05_is_not_typed_there_is_no_VAT() =>
        new VatTreatment(Sample.Today, true, "05", null).Of(1_000, luxury: false).Should().Be((0m, 0m));

    [Theory]
    [InlineData("05", "2022-03-31", true)]
    [InlineData("05", "2026-11-16", true)]
    [InlineData("04", "2024-12-31", true)]
    [InlineData("04", "2025-01-01", false)]
    [InlineData("01", "2024-12-31", false)]
    [InlineData(null, "2024-12-31", false)]
    public void The_rate_is_asked_for_with_code_05_and_with_code_04_before_2025(string? code, string day, bool asked) =>
        Vat.AsksForRate(code, Sample.Day(day)).Should().Be(asked);

    [Theory]
    [InlineData("2026-11-16", 0.01, true)]
    [InlineData("2026-11-16", 12, true)]
    [InlineData("2026-11-16", 12.01, false)]
    [InlineData("2026-11-16", 0, false)]
    [InlineData("2026-11-16", -1, false)]
    [InlineData("2026-11-16", 1.125, false)]
    [InlineData("2024-12-31", 11, true)]
    [InlineData("2024-12-31", 11.01, false)]
    [InlineData("2022-03-31", 10, true)]
    [InlineData("2022-03-31", 10.5, false)]
    public void A_rate_is_above_0_with_two_decimals_and_at_most_that_of_the_law(string day, decimal rate, bool fine) =>
        Vat.IsEffectiveRate(rate, Sample.Day(day)).Should().Be(fine);

    [Theory]
    [InlineData("2024-12-31", true, false, "01")]
    [InlineData("2025-01-01", false, false, "04")]
    [InlineData("2025-01-01", true, false, "01")]
    [InlineData("2025-01-31", true, true, "04")]
    [InlineData("2025-02-01", true, true, "01")]
    [InlineData("2026-11-16", true, false, "01")]
    public void The_usual_code_knows_luxury_goods_and_January_2025(string day, bool luxury, bool consumer, string code) =>
        TransactionCodes.Usual(Sample.Day(day), luxury, consumer).Should().Be(code);
}
