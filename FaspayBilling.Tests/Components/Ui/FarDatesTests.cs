using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Ui.Fields;
using FaspayBilling.Web.Components.Ui.Tables;

namespace FaspayBilling.Tests.Components.Ui;

/// <summary>A date has both ends wherever it is typed or stands in an address.</summary>
public sealed class FarDatesTests : UiTest
{
    [Theory]
    [InlineData("01/01/0001", false)]
    [InlineData("31/12/1899", false)]
    [InlineData("01/01/1900", true)]
    [InlineData("31/12/2199", true)]
    [InlineData("01/01/2200", false)]
    [InlineData("31/12/9999", false)]
    public void A_typed_date_is_one_that_people_mean(string typed, bool read)
    {
        (DateText.Read(typed) is not null).Should().Be(read);
        DateText.IsFar(typed).Should().Be(!read);
        DateText.IsFar("31/02/2026").Should().BeFalse("it is no date at all");
    }

    [Theory]
    [InlineData("0001-01-01", false)]
    [InlineData("9999-12-31", false)]
    [InlineData("2026-11-16", true)]
    public void One_in_an_address_too(string day, bool read) =>
        (ListUrl.Of($"https://x.example/reports/aging?asof={day}").Day("asof") is not null).Should().Be(read);
}
