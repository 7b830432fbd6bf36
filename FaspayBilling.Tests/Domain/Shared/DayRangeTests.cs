using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Tests.Domain.Shared;

public sealed class DayRangeTests
{
    private static readonly DateOnly Leap = new(2028, 2, 29);

    [Fact]
    public void Both_ends_are_included_and_nothing_is_no_day()
    {
        var days = DayRange.Past(Sample.Today);

        days.Should().Be(new DayRange(new(2016, 11, 16), new(2026, 11, 16)));
        days.Holds(days.First).Should().BeTrue();
        days.Holds(days.Last).Should().BeTrue();
        days.Holds(days.First.AddDays(-1)).Should().BeFalse();
        days.Holds(days.Last.AddDays(1)).Should().BeFalse();
        days.Holds(null).Should().BeFalse();
        days.Nearest(DateOnly.MinValue).Should().Be(days.First);
        days.Nearest(DateOnly.MaxValue).Should().Be(days.Last);
        days.Nearest(new(2020, 5, 5)).Should().Be(new DateOnly(2020, 5, 5));
    }

    [Fact]
    public void Ten_years_from_any_day_is_a_day()
    {
        DayRange.Around(Leap).Should().Be(new DayRange(new(2018, 2, 28), new(2038, 2, 28)));
        DayRange.After(Leap).Last.Should().Be(new DateOnly(2038, 2, 28));
        DayRange.After(DateOnly.MaxValue).Last.Should().Be(DateOnly.MaxValue);
        DayRange.After(new(9990, 1, 1)).Last.Should().Be(DateOnly.MaxValue);
    }
}
