using Bunit;
using FaspayBilling.Tests.Support;
using FaspayBilling.Web.Components.Ui;

namespace FaspayBilling.Tests.Components.Ui;

public sealed class MeterTests : UiTest
{
    [Theory]
    [InlineData(31, 30L, "meter-ok")]
    [InlineData(30, 30L, "meter-low")]
    [InlineData(0, 30L, "meter-empty")]
    [InlineData(0, null, "meter-empty")]
    [InlineData(1, null, "meter-ok")]
    public void It_is_low_from_the_threshold_on_and_empty_at_none(long available, long? threshold, string look) =>
        RenderMeter(available, threshold).Find(".meter").ClassList.Should().Contain(look);

    [Fact]
    public void It_says_in_words_what_it_shows()
    {
        var meter = RenderMeter(5, 30).ByRole("meter", "Available numbers 2026");

        meter.GetAttribute("aria-valuetext").Should().Be("5 numbers are available.");
        meter.GetAttribute("aria-valuenow").Should().Be("5");
    }

    private IRenderedComponent<Meter> RenderMeter(long available, long? threshold) => Render<Meter>(p => p
        .Add(m => m.Label, "Available numbers 2026").Add(m => m.Value, available).Add(m => m.Max, 100).Add(m => m.Threshold, threshold)
        .Add(m => m.Sentence, "5 numbers are available."));
}
