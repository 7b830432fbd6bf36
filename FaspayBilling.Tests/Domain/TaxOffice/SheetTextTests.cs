using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;

namespace FaspayBilling.Tests.Domain.TaxOffice;

public sealed class SheetTextTests
{
    [Theory]
    [InlineData("2026-11-16")]
    [InlineData("2026-11-16T00:00:00")]
    [InlineData("2026-11-16 00:00:00")]
    [InlineData("16/11/2026")]
    [InlineData("16-11-2026")]
    [InlineData("16 November 2026")]
    [InlineData("16 Nov 2026")]
    [InlineData("46342")]
    [InlineData("46342.75")]
    [InlineData("2026-11-15T17:00:00Z")]
    [InlineData("2026-11-16T16:59:59.999Z")]
    [InlineData("2026-11-16T00:00:00+07:00")]
    [InlineData("2026-11-15T23:00:00-03:00")]
    [InlineData("2026-11-16T23:59")]
    public void A_day_is_read_however_it_is_written(string text) => SheetText.Day(text).Should().Be(new DateOnly(2026, 11, 16));

    [Theory]
    [InlineData("2026-11-18 17:00:00 +00:00", 19)]
    [InlineData("2026-11-18 16:59:59 +00:00", 18)]
    [InlineData("2026-11-18 17:00:00+00", 19)]
    [InlineData("2026-11-18T17:00:00 +0000", 19)]
    [InlineData("2026-11-18 17:00:00 UTC", 19)]
    [InlineData("2026-11-18 17:00 gmt", 19)]
    [InlineData("18/11/2026 17.00.00 UTC", 19)]
    [InlineData("18/11/2026 5:00:00 PM UTC", 19)]
    [InlineData("18/11/2026 12:30 AM UTC", 18)]
    [InlineData("18 November 2026 17:00:00 UTC+0", 19)]
    [InlineData("18 Agustus 2026 17:00 WIB", 18)]
    [InlineData("19/11/2026 00:30 WITA", 18)]
    [InlineData("19/11/2026 01:30 WIT", 18)]
    [InlineData("2026-11-18 23:30:00 GMT+07:00", 18)]
    [InlineData("2026-11-18 14:00:00 -0330", 19)]
    [InlineData("18/11/2026 23:59:59.999", 18)]
    public void An_instant_is_Jakartas_day_however_its_zone_is_written(string text, int day) =>
        SheetText.Day(text)!.Value.Day.Should().Be(day);

    [Theory]
    [InlineData("2026-11-18 17:00:00 CET")]
    [InlineData("2026-11-18 17:00:00 +25:00")]
    [InlineData("2026-11-18 24:10:00 UTC")]
    [InlineData("18/11/2026 17:00 America/New_York")]
    [InlineData("01/01/0001 00:00:00 +14:00")]
    public void An_instant_whose_zone_nobody_knows_is_no_day(string text) => SheetText.Day(text).Should().BeNull();

    [Fact]
    public void A_month_in_Indonesian_is_read() => SheetText.Day("5 Agustus 2026").Should().Be(new DateOnly(2026, 8, 5));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("31/02/2026")]
    public void What_is_no_day_is_none(string text) => SheetText.Day(text).Should().BeNull();

    [Theory]
    [InlineData("1000000", 1000000)]
    [InlineData("1.000.000", 1000000)]
    [InlineData("1,000,000", 1000000)]
    [InlineData("Rp 1.000.000,50", 1000000.5)]
    [InlineData("1,000,000.50", 1000000.5)]
    [InlineData("916666.67", 916666.67)]
    [InlineData("109.000", 109000)]
    [InlineData("0", 0)]
    [InlineData("-5,25", -5.25)]
    [InlineData("353189.1250", 353189.125)]
    public void An_amount_is_read_with_either_grouping(string text, double amount) => SheetText.Amount(text).Should().Be((decimal)amount);

    [Fact]
    public void What_is_no_amount_is_none() => SheetText.Amount("some").Should().BeNull();

    [Theory]
    [InlineData("04002600000000001 Approved", "04002600000000001", CoretaxStatus.Approved, TaxApproval.Approved)]
    [InlineData("04002600000000001 Amended, 04012600000000001 Approved", "04012600000000001", CoretaxStatus.Approved, TaxApproval.Replaced)]
    [InlineData(
        "04002600000000001 Canceled, 04002600000000005 Approved", "04002600000000005", CoretaxStatus.Approved, TaxApproval.Approved)]
    [InlineData(
        "04002600000000001 Approved, 04002600000000005 Rejected", "04002600000000001", CoretaxStatus.Approved, TaxApproval.Approved)]
    [InlineData("04002600000000001 Canceled", "04002600000000001", CoretaxStatus.Canceled, TaxApproval.Approved)]
    [InlineData("04002600000000001 Created", "04002600000000001", CoretaxStatus.Created, TaxApproval.Unknown)]
    public void Of_several_rows_the_one_that_stands_is_the_invoices(
        string rows, string number, CoretaxStatus status, TaxApproval approval) =>
        CoretaxWord.Of(rows.Split(", ").Select(r => (Number(r[..17]), Enum.Parse<CoretaxStatus>(r[18..]))))
            .Should().Be(new CoretaxWord(number, status, approval));

    [Fact]
    public void Without_rows_there_is_no_word() => CoretaxWord.Of([]).Should().BeNull();

    private static CoretaxNumber Number(string digits) =>
        CoretaxNumber.TryParse(digits, out var number) ? number : throw new ArgumentException($"{digits} is no number", nameof(digits));
}
