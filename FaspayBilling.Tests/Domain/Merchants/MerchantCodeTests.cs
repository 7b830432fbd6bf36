using FaspayBilling.Core.Domain.Merchants;

namespace FaspayBilling.Tests.Domain.Merchants;

public sealed class MerchantCodeTests
{
    [Theory]
    [InlineData("FPY", true)]
    [InlineData("T8V", true)]
    [InlineData("123", true)]
    [InlineData("fpy", false)]
    [InlineData("FP", false)]
    [InlineData("FPYX", false)]
    [InlineData("F-Y", false)]
    [InlineData("FÉY", false)]
    [InlineData("F٣Y", false)]
    [InlineData("", false)]
    public void The_code_has_three_capital_letters_or_digits(string code, bool valid) => MerchantCode.IsValid(code).Should().Be(valid);
}
