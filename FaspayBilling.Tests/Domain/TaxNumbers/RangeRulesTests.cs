using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.TaxNumbers;

public sealed class RangeRulesTests
{
    private const int Year = 2026;

    private static readonly TaxNumberRange[] Others =
    [
        Sample.Range("000-26.00000100", "000-26.00000199"),
        Sample.Range("000-25.00000001", "000-25.00000050", 2025)
    ];

    [Theory]
    [InlineData("000-26.00000001", "000-26.00000001", 1)]
    [InlineData("000-26.00001000", "000-26.01000999", 1_000_000)]
    [InlineData("0002600000001", "0100002600000010", 10)]
    [InlineData("000-26.00000001", "000-26.00000099", 99)] // ends just before another
    [InlineData("000-26.00000200", "000-26.00000201", 2)] // starts just after another
    public void A_range_may_be(string start, string end, long total)
    {
        var checkedRange = RangeRules.Check(new(Year, start, end), Others, Year);

        checkedRange.Ok.Should().BeTrue();
        checkedRange.Warning.Should().BeNull();
        (checkedRange.Value.End.Value - checkedRange.Value.Start.Value + 1).Should().Be(total);
    }

    [Theory]
    [InlineData("", "000-26.00000002", "range.not-13-digits", "Start")]
    [InlineData("000-26.0000001", "000-26.00000002", "range.not-13-digits", "Start")]
    [InlineData("000-26.00000001", "abc", "range.not-13-digits", "End")]
    [InlineData("000-26.00000001", "0120002600000002", "range.not-13-digits", "End")]
    [InlineData("000-26.00000002", "000-26.00000001", "range.end-before-start", "End")]
    [InlineData("001-26.00000001", "000-26.00000002", "range.end-before-start", "End")]
    [InlineData("000-26.00000001", "001-26.00000002", "range.blocks-differ", "End")]
    [InlineData("000-26.99999999", "000-27.00000000", "range.blocks-differ", "End")]
    [InlineData("000-26.00000001", "000-26.00000100", "range.overlap", "Start")] // the last is another's first
    [InlineData("000-26.00000199", "000-26.00000300", "range.overlap", "Start")] // the first is another's last
    [InlineData("000-26.00000120", "000-26.00000130", "range.overlap", "Start")] // inside another
    [InlineData("000-26.00000001", "000-26.00000999", "range.overlap", "Start")] // around another
    [InlineData("000-25.00000050", "000-25.00000060", "range.overlap", "Start")] // of another year
    [InlineData("000-26.00001000", "000-26.01001000", "range.too-long", "End")] // 1,000,001
    public void A_range_is_refused(string start, string end, string code, string field)
    {
        var refusal = RangeRules.Check(new(Year, start, end), Others, Year).Refusal;

        refusal!.Code.Should().Be(code);
        refusal.Field.Should().Be(field);
    }

    [Fact]
    public void Both_numbers_can_be_wrong_at_once()
    {
        var answer = RangeRules.Check(new(Year, "1", "2"), [], Year);

        answer.Refusals.Select(r => (r.Code, r.Field)).Should().Equal(("range.not-13-digits", "Start"), ("range.not-13-digits", "End"));
    }

    [Fact]
    public void An_overlap_says_which_range_it_meets() =>
        RangeRules.Check(new(Year, "000-26.00000150", "000-26.00000160"), Others, Year).Refusal!.Sentence()
            .Should().Contain("000-26.00000100 to 000-26.00000199").And.Contain("2026");

    [Fact]
    public void A_range_too_long_that_also_overlaps_is_told_both() =>
        RangeRules.Check(new(Year, "000-26.00000001", "000-26.02000000"), Others, Year).Refusals.Select(r => r.Code)
            .Should().Equal("range.overlap", "range.too-long");

    [Theory]
    [InlineData(2024, false)]
    [InlineData(2025, true)]
    [InlineData(2026, true)]
    [InlineData(2027, true)]
    [InlineData(2028, false)]
    public void The_Year_Period_goes_from_last_year_to_next_year(int year, bool allowed)
    {
        var answer = RangeRules.Check(new(year, "000-26.00000001", "000-26.00000002"), [], Year);

        answer.Ok.Should().Be(allowed);
        answer.About("Year")?.Code.Should().Be("range.year");
        RangeRules.Years(Year).Contains(year).Should().Be(allowed);
    }

    [Theory]
    [InlineData(2026, "000-26.00000001", "000-26.00000002", false)]
    [InlineData(2027, "000-26.00000001", "000-26.00000002", true)]
    [InlineData(2025, "000-24.00000001", "000-24.00000002", true)]
    public void Other_year_digits_than_the_Year_Period_are_allowed_with_a_warning(int year, string start, string end, bool warned)
    {
        var answer = RangeRules.Check(new(year, start, end), [], Year);

        answer.Ok.Should().BeTrue();
        (answer.Warning is not null).Should().Be(warned);
    }

    [Fact]
    public void The_documented_range_is_allowed_with_a_warning_that_names_both_years() =>
        RangeRules.Check(new(2023, "000-22.12345600", "000-22.12345700"), [], 2023).Warnings.Sentence()
            .Should().Contain("22").And.Contain("2023");
}
