using System.Globalization;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Domain.Shared;

public sealed class JakartaCalendarTests
{
    [Theory]
    [InlineData("2026-12-31T16:59:59.999Z", "2026-12-31", 2026)]
    [InlineData("2026-12-31T17:00:00Z", "2027-01-01", 2027)] // the year ends at 17:00 UTC
    [InlineData("2026-11-20T00:00:00Z", "2026-11-20", 2026)]
    [InlineData("2028-02-28T17:00:00Z", "2028-02-29", 2028)]
    public void Days_and_years_are_Jakartas(string instant, string day, int year)
    {
        JakartaCalendar.DayOf(Sample.Utc(instant)).Should().Be(Sample.Day(day));
        JakartaCalendar.YearOf(Sample.Utc(instant)).Should().Be(year);
    }

    [Fact]
    public void A_day_lasts_from_midnight_to_a_second_before_the_next()
    {
        var day = new DateOnly(2026, 11, 20);

        JakartaCalendar.StartOf(day).Should().Be(Sample.Utc("2026-11-19T17:00:00Z"));
        JakartaCalendar.EndOf(day).Should().Be(Sample.Utc("2026-11-20T16:59:59Z"));
        JakartaCalendar.At(day, new TimeOnly(10, 4)).Should().Be(Sample.Utc("2026-11-20T03:04:00Z"));
        JakartaCalendar.StartOf(day).Kind.Should().Be(DateTimeKind.Utc);
        JakartaCalendar.EndOf(day).Kind.Should().Be(DateTimeKind.Utc);
    }

    [Theory]
    [InlineData("2026-11-20T10:00:00.1239999Z", "2026-11-20T10:00:00.123Z")]
    [InlineData("2026-11-20T10:00:00.123Z", "2026-11-20T10:00:00.123Z")]
    [InlineData("2026-11-20T10:00:00.0000001Z", "2026-11-20T10:00:00Z")]
    public void Now_is_cut_to_whole_milliseconds_never_rounded_up(string instant, string cut)
    {
        new FakeTimeProvider(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)).Now().Should().Be(Sample.Utc(cut));
        JakartaCalendar.Cut(Sample.Utc(instant)).Should().Be(Sample.Utc(cut)).And.BeIn(DateTimeKind.Utc);
    }

    [Fact]
    public void Now_is_UTC_whatever_zone_the_clock_shows() =>
        new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7))).Now()
            .Should().Be(Sample.Utc("2026-11-20T02:00:00Z")).And.BeIn(DateTimeKind.Utc);

    [Theory]
    [InlineData("id-ID")]
    [InlineData("en-US")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void Dates_are_written_alike_whatever_the_machines_culture(string culture)
    {
        using var _ = new UseCulture(culture);

        JakartaCalendar.Text(new DateTime(2023, 3, 7, 3, 4, 0, DateTimeKind.Utc)).Should().Be("07/03/2023 10:04");
        JakartaCalendar.Text(new DateTime(2023, 3, 7, 17, 0, 0, DateTimeKind.Utc)).Should().Be("08/03/2023 00:00");
        JakartaCalendar.Text(new DateOnly(2023, 3, 7)).Should().Be("07/03/2023");
    }

    [Fact]
    public void A_local_time_belongs_to_no_zone() =>
        JakartaCalendar.Local(Sample.Utc("2026-11-20T17:30:00Z"))
            .Should().Be(new DateTime(2026, 11, 21, 0, 30, 0)).And
            .BeIn(DateTimeKind.Unspecified);
}
