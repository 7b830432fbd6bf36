using Bunit;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Ui.Fields;

namespace FaspayBilling.Tests.Components.Ui;

public sealed class FieldTests : UiTest
{
    [Theory]
    [InlineData("1234567", "1234567")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1.234.567,50", "1234567.50")]
    [InlineData("Rp 1.234.567", "1234567")]
    [InlineData("0,5", "0.5")]
    [InlineData("-400.800", "-400800")]
    [InlineData("Rp500.000,-", "500000")]
    [InlineData("  500.000", "500000")]
    [InlineData("Rp. 1.500.000,--", "1500000")]
    public void Money_is_read_with_or_without_dots(string typed, string amount) =>
        MoneyText.Read(typed).Should().Be(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("1234.56")]
    [InlineData("1.23.456")]
    [InlineData("12,345")]
    [InlineData("1,234,567")]
    [InlineData("1e6")]
    [InlineData("500.000,-5")]
    [InlineData("twelve")]
    [InlineData("")]
    public void Money_that_could_be_read_in_two_ways_is_not_guessed(string typed) => MoneyText.Read(typed).Should().BeNull();

    [Theory]
    [InlineData("07/03/2023")]
    [InlineData("7-3-2023")]
    [InlineData("07032023")]
    [InlineData("2023-03-07")]
    [InlineData("7/3/23")]
    [InlineData("070323")]
    [InlineData("7 Mar 2023")]
    [InlineData(" 7 maret 2023")]
    [InlineData("7-Mar-23")]
    public void A_date_is_day_first(string typed) => DateText.Read(typed).Should().Be(new DateOnly(2023, 3, 7));

    [Theory]
    [InlineData("31/2/2026")]
    [InlineData("2026/11/26")]
    [InlineData("26 Novem 2026")]
    [InlineData("261126 1")]
    public void What_is_no_day_is_not_guessed(string typed) => DateText.Read(typed).Should().BeNull();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_date_has_room_for_every_way_to_write_it_and_for_no_more(bool light)
    {
        var page = Show<DateField>(p => p.Add(f => f.Label, "Invoice Date").Add(f => f.Light, light));

        page.ByLabel("Invoice Date").GetAttribute("maxlength").Should().Be("20", "“26 November 2026” has 16");
    }

    [Fact]
    public void An_amount_is_tidied_when_it_was_understood_and_kept_when_not()
    {
        decimal? amount = 5m;
        var page = Show<MoneyField>(p => p.Add(f => f.Label, "Amount").Add(f => f.Value, amount).Add(f => f.ValueChanged, v => amount = v));
        page.ByLabel("Amount").Change("1234567,5");
        amount.Should().Be(1234567.5m);
        page.ByLabel("Amount").GetAttribute("value").Should().Be("1.234.567,50");

        page.ByLabel("Amount").Change("12.34");
        amount.Should().BeNull();
        page.ByLabel("Amount").GetAttribute("value").Should().Be("12.34");
        page.ByLabel("Amount").GetAttribute("aria-invalid").Should().Be("true");
        page.ErrorAt("Amount").Should().Contain("1.234.567,50");
    }

    [Fact]
    public void What_could_not_be_read_stays_when_the_page_renders_again()
    {
        long? limit = 30;
        var page = Show<NumberField>(
            p => p.Add(f => f.Label, "Threshold Limit").Add(f => f.Value, limit).Add(f => f.ValueChanged, v => limit = v));
        page.ByLabel("Threshold Limit").Change("4x");
        page.FindComponent<NumberField>().Render(p => p.Add(f => f.Value, limit).Add(f => f.Hint, "0 to 1.000.000"));

        page.ByLabel("Threshold Limit").GetAttribute("value").Should().Be("4x");
        page.ByLabel("Threshold Limit").GetAttribute("aria-describedby")!.Split(' ').Should().HaveCount(2);
    }

    [Fact]
    public void A_value_set_by_the_page_replaces_the_text()
    {
        var page = Show<NumberField>(p => p.Add(f => f.Label, "Threshold Limit").Add(f => f.Value, 30));
        page.FindComponent<NumberField>().Render(p => p.Add(f => f.Value, 4));

        page.ByLabel("Threshold Limit").GetAttribute("value").Should().Be("4");
    }

    [Fact]
    public void A_month_counts_when_both_parts_are_chosen()
    {
        DateOnly? month = null;
        var page = Show<MonthField>(p => p.Add(f => f.Label, "Start month")
            .Add(f => f.FirstYear, 2022)
            .Add(f => f.LastYear, 2026)
            .Add(f => f.Value, month)
            .Add(f => f.ValueChanged, v => month = v));
        page.Pick("Start month, month", "March");
        month.Should().BeNull();
        page.Pick("Start month, year", "2023");

        month.Should().Be(new DateOnly(2023, 3, 1));
    }

    [Fact]
    public void A_choice_gives_its_value()
    {
        var year = 2026;
        var page = Show<SelectField<int>>(p => p.Add(f => f.Label, "Year Period")
            .Add(f => f.Choices, [new(2025, "2025"), new(2026, "2026")])
            .Add(f => f.Value, year)
            .Add(f => f.ValueChanged, v => year = v));
        page.Pick("Year Period", "2025");

        year.Should().Be(2025);
    }
}
