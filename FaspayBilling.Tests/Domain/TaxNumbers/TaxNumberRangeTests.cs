using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.TaxNumbers;

public sealed class TaxNumberRangeTests
{
    [Theory]
    [InlineData("000-26.00000001", "000-26.00000001", 1)]
    [InlineData("000-22.12345600", "000-22.12345699", 100)]
    [InlineData("000-26.00000001", "000-26.01000000", 1_000_000)]
    public void Both_ends_count(string start, string end, long total) => Sample.Range(start, end).Total.Should().Be(total);

    [Theory]
    [InlineData("000-26.00000010", "000-26.00000020", true)]
    [InlineData("000-26.00000020", "000-26.00000030", true)]
    [InlineData("000-26.00000001", "000-26.00000010", true)]
    [InlineData("000-26.00000012", "000-26.00000013", true)]
    [InlineData("000-26.00000001", "000-26.00000099", true)]
    [InlineData("000-26.00000001", "000-26.00000009", false)]
    [InlineData("000-26.00000021", "000-26.00000030", false)]
    public void Two_ranges_overlap_when_they_share_a_number(string start, string end, bool overlaps) =>
        Sample.Range("000-26.00000010", "000-26.00000020").Overlaps(Sample.Number(start), Sample.Number(end)).Should().Be(overlaps);

    [Fact]
    public void A_range_is_shown_by_both_ends() =>
        Sample.Range("000-22.12345600", "000-22.12345699").ToString().Should().Be("000-22.12345600 to 000-22.12345699");
}
