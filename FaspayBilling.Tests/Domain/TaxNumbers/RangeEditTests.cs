using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.TaxNumbers;

/// <summary>What an edit of a range may change (docs/rules.md 3.3).</summary>
public sealed class RangeEditTests
{
    [Theory]
    [InlineData("000-26.00000010", "000-26.00000015")] // the end down to the highest used one
    [InlineData("000-26.00000010", "000-26.00000099")]
    public void The_end_of_a_used_range_may_move_but_not_below_the_highest_used(string start, string end) =>
        Edit(start, end, used: true, highest: "000-26.00000015").Ok.Should().BeTrue();

    [Fact]
    public void An_end_below_the_highest_used_is_refused()
    {
        var refusal = Edit("000-26.00000010", "000-26.00000014", used: true, highest: "000-26.00000015").Refusal!;

        (refusal.Code, refusal.Field).Should().Be(("range.end-below-used", "End"));
        refusal.Sentence().Should().Contain("000-26.00000015");
    }

    [Theory]
    [InlineData("000-26.00000009")]
    [InlineData("000-26.00000011")]
    public void The_start_is_fixed_once_a_number_was_used(string start)
    {
        var refusal = Edit(start, "000-26.00000020", used: true, highest: "000-26.00000015").Refusal!;

        (refusal.Code, refusal.Field).Should().Be(("range.start-in-use", "Start"));
        refusal.Sentence().Should().Contain("000-26.00000010");
    }

    [Fact]
    public void The_start_stays_fixed_when_the_used_number_was_given_back() =>
        Edit("000-26.00000011", "000-26.00000020", used: true, highest: null).Refusal!.Code.Should().Be("range.start-in-use");

    [Fact]
    public void Both_ends_of_an_unused_range_may_move() =>
        Edit("000-26.00000001", "000-26.00000002", used: false, highest: null).Ok.Should().BeTrue();

    [Fact]
    public void Both_ends_can_be_wrong_at_once() =>
        Edit("000-26.00000009", "000-26.00000014", used: true, highest: "000-26.00000015").Refusals.Select(r => r.Code)
            .Should().Equal("range.start-in-use", "range.end-below-used");

    [Theory]
    [InlineData("000-26.00000010", "000-26.00000009", "range.end-before-start")]
    [InlineData("000-26.00000010", "000-27.00000020", "range.blocks-differ")]
    [InlineData("000-26.00000010", "000-26.00000050", "range.overlap")]
    [InlineData("000-26.00000010", "000-26.01000010", "range.too-long")]
    [InlineData("000-26.00000010", "12", "range.not-13-digits")]
    public void The_rules_of_a_new_range_hold_for_an_edited_one(string start, string end, string code) =>
        Edit(start, end, used: false, highest: null, Sample.Range("000-26.00000050", "000-26.00000060")).Refusals.Select(r => r.Code)
            .Should().Contain(code);

    [Fact]
    public void A_range_of_a_year_long_past_may_still_be_edited() =>
        RangeRules.Check(
            new(2023, "000-23.00000010", "000-23.00000030"), [], 2026, new(Sample.Range("000-23.00000010", "000-23.00000020", 2023), null))
            .Ok.Should().BeTrue();

    [Fact]
    public void The_warning_of_an_edit_is_about_the_ranges_own_year_whatever_was_sent()
    {
        var edited = new EditedRange(Sample.Range("000-26.00000010", "000-26.00000020", 2026), null);

        RangeRules.Check(new(0, "000-26.00000010", "000-26.00000030"), [], 2026, edited).Warning.Should().BeNull();
        RangeRules.Check(new(0, "000-25.00000010", "000-25.00000030"), [], 2026, edited).Warnings.Sentence().Should().Contain("2026");
    }

    private static Core.Domain.Shared.Outcome<CheckedRange> Edit(
        string start, string end, bool used, string? highest, params TaxNumberRange[] others) =>
        RangeRules.Check(
            new(2026, start, end), others, 2026,
            new(Sample.Range("000-26.00000010", "000-26.00000020", used: used), highest is null ? null : Sample.Number(highest)));
}
