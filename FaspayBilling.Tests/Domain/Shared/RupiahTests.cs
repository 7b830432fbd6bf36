using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support;

namespace FaspayBilling.Tests.Domain.Shared;

public sealed class RupiahTests
{
    [Theory]
    [InlineData("id-ID")]
    [InlineData("en-US")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("sv-SE")] // another minus sign
    [InlineData("")]
    public void Amounts_are_written_alike_whatever_the_machines_culture(string culture)
    {
        using var _ = new UseCulture(culture);

        Rupiah.Text(1_234_567).Should().Be("Rp 1.234.567");
        Rupiah.Text(-400_800).Should().Be("-Rp 400.800");
        Rupiah.Text(0).Should().Be("Rp 0");
        Rupiah.Text(999).Should().Be("Rp 999");
        Rupiah.Text(1_000.50m).Should().Be("Rp 1.000,50");
        Rupiah.Text(-0.05m).Should().Be("-Rp 0,05");
        Rupiah.Text(5_500_000.00m).Should().Be("Rp 5.500.000");
        Rupiah.Text(9_999_999_999_999.99m).Should().Be("Rp 9.999.999.999.999,99");
        Rupiah.Count(1_000_000).Should().Be("1.000.000");
        Rupiah.Count(5).Should().Be("5");
    }

    [Theory]
    [InlineData(0.125, 0.13, 0)]
    [InlineData(-0.125, -0.13, 0)]
    [InlineData(0.5, 0.5, 1)]
    [InlineData(-0.5, -0.5, -1)]
    [InlineData(1.5, 1.5, 2)]
    [InlineData(2.5, 2.5, 3)]
    [InlineData(2.494, 2.49, 2)]
    public void Halves_go_away_from_zero(decimal amount, decimal cents, decimal whole)
    {
        Rupiah.Cents(amount).Should().Be(cents);
        Rupiah.Whole(amount).Should().Be(whole);
    }
}
