using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.TaxOffice.Codes;

public sealed class TransactionCodesTests
{
    [Fact]
    public void There_are_ten_codes() =>
        TransactionCodes.All.Should().Equal("01", "02", "03", "04", "05", "06", "07", "08", "09", "10");

    [Theory]
    [InlineData("2024-12-31", "01")]
    [InlineData("2025-01-01", "04")]
    public void The_everyday_code_changed_with_2025(string day, string code) => TransactionCodes.Usual(Sample.Day(day)).Should().Be(code);
}
