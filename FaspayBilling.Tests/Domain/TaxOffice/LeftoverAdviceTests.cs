using System.Globalization;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Texts;

namespace FaspayBilling.Tests.Domain.TaxOffice;

public sealed class LeftoverAdviceTests
{
    private const string Usable = "leftover.usable";
    private const string Late = "leftover.late";
    private const string Passed = "leftover.late:passed";
    private const string Ended = "leftover.ended";

    [Theory]
    [InlineData("2026-11-16", 2026, Usable)]
    [InlineData("2026-12-31", 2026, Usable)]
    [InlineData("2026-12-31", 2027, Usable)]
    [InlineData("2027-01-01", 2027, Usable)]
    [InlineData("2027-01-01", 2026, Late)]
    [InlineData("2027-01-20", 2026, Late)]
    [InlineData("2027-01-21", 2026, Passed)]
    [InlineData("2027-01-31", 2026, Passed)]
    [InlineData("2027-02-01", 2026, Ended)]
    [InlineData("2027-01-01", 2025, Ended)]
    public void Numbers_that_an_invoice_can_still_take_are_never_to_be_deleted(string today, int year, string advice)
    {
        var message = LeftoverAdvice.Of(year, DateOnly.Parse(today, CultureInfo.InvariantCulture));

        message.Key.Should().Be(advice);
        Sentences.Of(message, Language.English).Contains("delete", StringComparison.Ordinal).Should().Be(advice == Ended);
        Sentences.Of(message, Language.Indonesian).Contains("hapus", StringComparison.Ordinal).Should().Be(advice == Ended);
    }

    [Theory]
    [InlineData("2026-12-31", 2026)]
    [InlineData("2027-01-01", 2026)]
    [InlineData("2027-01-31", 2026)]
    [InlineData("2027-02-01", 2027)]
    public void In_January_the_last_year_is_looked_at(string today, int year) =>
        LeftoverAdvice.YearOf(DateOnly.Parse(today, CultureInfo.InvariantCulture)).Should().Be(year);
}
