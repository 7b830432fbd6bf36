using Bunit;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Ui.Fields;

namespace FaspayBilling.Tests.Components.Ui;

/// <summary>Half a month is none, and says so at once; so does a month that is taken away.</summary>
public sealed class MonthFieldTests : UiTest
{
    private DateOnly? month;

    [Fact]
    public void A_month_without_its_year_is_marked()
    {
        var page = Open();

        page.Pick("Period, month", "March");

        month.Should().BeNull();
        page.ErrorAt("Period, year").Should().Be("Choose a year too.");
        page.Pick("Period, year", "2026");
        page.ErrorAt("Period, year").Should().BeEmpty();
        month.Should().Be(new DateOnly(2026, 3, 1));
    }

    [Fact]
    public void A_year_without_its_month_is_marked()
    {
        var page = Open();

        page.Pick("Period, year", "2026");

        page.ErrorAt("Period, month").Should().Be("Choose a month too.");
    }

    [Theory]
    [InlineData("Period, month", "Month")]
    [InlineData("Period, year", "Year")]
    public void One_part_that_is_taken_away_takes_the_other_along(string part, string none)
    {
        month = new(2026, 3, 1);
        var page = Open();

        page.Pick(part, none);

        month.Should().BeNull();
        (page.ChosenAt("Period, month"), page.ChosenAt("Period, year")).Should().Be(("Month", "Year"));
        (page.ErrorAt("Period, month"), page.ErrorAt("Period, year")).Should().Be(("", ""));
    }

    private IRenderedComponent<Screen> Open() => Show<MonthField>(p => p.Add(f => f.Label, "Period")
        .Add(f => f.FirstYear, 2022).Add(f => f.LastYear, 2026).Add(f => f.Value, month).Add(f => f.ValueChanged, m => month = m));
}
