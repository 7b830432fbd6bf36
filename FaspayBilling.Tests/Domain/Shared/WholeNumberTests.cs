using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Tests.Domain.Shared;

public sealed class WholeNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData(" 7 ", 7)]
    [InlineData("007", 7)]
    [InlineData("1000000", 1_000_000)]
    [InlineData("1.000.000", 1_000_000)]
    [InlineData("8.760", 8_760)]
    [InlineData("72", 72)]
    public void A_count_is_read_with_or_without_dots_between_thousands(string typed, long number) =>
        WholeNumber.Read(typed).Should().Be(number);

    [Theory]
    [InlineData("")]
    [InlineData("1.5")]
    [InlineData("1.00")]
    [InlineData("1.0000")]
    [InlineData("1000.000")]
    [InlineData("1..000")]
    [InlineData(".000")]
    [InlineData("0.100")]
    [InlineData("1,000")]
    [InlineData("-1")]
    [InlineData("+4")]
    [InlineData("4 0")]
    [InlineData("٤")]
    [InlineData("99999999999999999999")]
    public void What_could_be_another_number_is_not_guessed(string typed) => WholeNumber.Read(typed).Should().BeNull();

    [Theory]
    [InlineData(0)]
    [InlineData(999)]
    [InlineData(1_000)]
    [InlineData(1_000_000)]
    [InlineData(long.MaxValue)]
    public void What_is_written_is_read_again(long number) => WholeNumber.Read(Rupiah.Count(number)).Should().Be(number);

    [Theory]
    [InlineData("3.17101E+15", true)]
    [InlineData("3,17101e15", true)]
    [InlineData("3171012505800001", false)]
    [InlineData("E15", false)]
    public void What_a_spreadsheet_shortened_is_known(string text, bool lost) => WholeNumber.LostDigits(text).Should().Be(lost);
}
