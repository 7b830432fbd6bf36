using Bunit;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Ui;

namespace FaspayBilling.Tests.Components.Ui;

public sealed class MeterTests : UiTest
{
    [Theory]
    [InlineData(31, 30, "meter-ok")]
    [InlineData(30, 30, "meter-low")]
    [InlineData(1, 0, "meter-ok")]
    [InlineData(0, 30, "meter-empty")]
    [InlineData(0, 0, "meter-empty")]
    public void It_is_low_from_few_on_and_empty_at_none(long available, long few, string look) =>
        RenderMeter(available, few).Find(".meter").ClassList.Should().Contain(look);

    [Fact]
    public void Of_nothing_it_says_0_of_0() =>
        Show<Meter>(p => p.Add(m => m.Label, "Available numbers 2026").Add(m => m.Sentence, "None.")).Markup.Should().Contain("0 of 0");

    [Fact]
    public void It_says_in_words_what_it_shows()
    {
        var meter = RenderMeter(5, 30).ByRole("meter", "Available numbers 2026");

        meter.GetAttribute("aria-valuetext").Should().Be("5 numbers are available.");
        meter.GetAttribute("aria-valuenow").Should().Be("5");
    }

    private IRenderedComponent<Screen> RenderMeter(long available, long few) => Show<Meter>(p => p
        .Add(m => m.Label, "Available numbers 2026").Add(m => m.Value, available).Add(m => m.Max, 100).Add(m => m.FewAt, few)
        .Add(m => m.Sentence, "5 numbers are available."));
}
