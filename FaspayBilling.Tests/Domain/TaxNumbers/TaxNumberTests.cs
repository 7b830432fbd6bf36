using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Tests.Domain.Shared;
using FaspayBilling.Tests.Support;

namespace FaspayBilling.Tests.Domain.TaxNumbers;

public sealed class TaxNumberTests
{
    [Theory]
    [InlineData("0002212345619", 2212345619)]
    [InlineData("000-22.12345619", 2212345619)]
    [InlineData("000.22.12345619", 2212345619)]
    [InlineData(" 000 22 12345619 ", 2212345619)]
    [InlineData("0100002212345619", 2212345619)]
    [InlineData("010.000-22.12345619", 2212345619)]
    [InlineData("011.000-22.12345619", 2212345619)]
    [InlineData("0110072225610008", 72225610008)]
    [InlineData("1000002212345619", 2212345619)]
    [InlineData("1010002212345619", 2212345619)]
    [InlineData("0000000000000", 0)]
    [InlineData("9999999999999", 9_999_999_999_999)]
    [InlineData("0109999999999999", 9_999_999_999_999)]
    public void Thirteen_or_sixteen_digits_are_read(string typed, long value)
    {
        TaxNumber.TryParse(typed, out var number).Should().BeTrue();
        number.Value.Should().Be(value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-.-")]
    [InlineData("000221234561")]
    [InlineData("00022123456190")]
    [InlineData("000221234561901")]
    [InlineData("00000002212345619")]
    [InlineData("0000002212345619")] // code 00
    [InlineData("1100002212345619")] // code 11
    [InlineData("9900002212345619")]
    [InlineData("0120002212345619")] // status 2
    [InlineData("0190002212345619")]
    [InlineData("000-22.1234561A")]
    [InlineData("OOO2212345619")]
    [InlineData("+002212345619")]
    [InlineData("000,2212345619")]
    [InlineData("000/22/12345619")]
    [InlineData("000–22.12345619")] // en dash
    [InlineData("000\u00A022\u00A012345619")] // no-break space
    [InlineData("000\t22\t12345619")]
    [InlineData("0002212345619\n")]
    [InlineData("٠٠٠٢٢١٢٣٤٥٦١٩")] // Arabic-Indic digits
    [InlineData("０００２２１２３４５６１９")] // full-width digits
    [InlineData("99999999999999999999999999999999999999")]
    public void Anything_else_is_refused_never_guessed(string? typed)
    {
        TaxNumber.TryParse(typed, out var number).Should().BeFalse();
        number.Should().Be(default(TaxNumber));
    }

    [Theory]
    [InlineData(2212345619, "000-22.12345619", "0002212345619")]
    [InlineData(9002100000001, "900-21.00000001", "9002100000001")]
    [InlineData(0, "000-00.00000000", "0000000000000")]
    public void It_is_shown_in_Faspays_form_and_stored_as_thirteen_digits(long value, string shown, string stored)
    {
        var number = new TaxNumber(value);

        number.ToString().Should().Be(shown);
        number.Digits.Should().Be(stored);
        TaxNumber.TryParse(shown, out var again).Should().BeTrue();
        again.Should().Be(number);
    }

    [Fact]
    public void Block_and_year_digits_are_the_first_five()
    {
        var number = Sample.Number("007-22.25610008");

        number.Block.Should().Be("00722");
        number.YearDigits.Should().Be(22);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10_000_000_000_000)]
    [InlineData(long.MaxValue)]
    public void A_value_of_other_than_thirteen_digits_is_a_bug(long value)
    {
        var make = () => new TaxNumber(value);

        make.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Numbers_compare_by_value()
    {
        var small = Sample.Number("000-22.99999999");
        var great = Sample.Number("000-23.00000000");

        (small < great && small <= great && great > small && great >= small).Should().BeTrue();
        (great < small || great <= small || small > great || small >= great).Should().BeFalse();
        new[] { great, small }.Order().Should().Equal(small, great);
    }

    [Fact]
    public void The_machines_culture_changes_nothing()
    {
        using var _ = new UseCulture("ar-SA");

        Sample.Number("000-22.12345619").ToString().Should().Be("000-22.12345619");
    }
}
