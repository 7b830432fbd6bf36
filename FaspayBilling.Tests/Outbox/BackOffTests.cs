using FaspayBilling.Core.Outbox;

namespace FaspayBilling.Tests.Outbox;

public sealed class BackOffTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(3, 15)]
    [InlineData(4, 60)]
    [InlineData(5, 360)]
    public void Each_failure_waits_longer(int attempts, int minutes) =>
        BackOff.After(attempts).Should().Be(TimeSpan.FromMinutes(minutes));

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void The_sixth_failure_is_the_last(int attempts) => BackOff.After(attempts).Should().BeNull();

    [Theory]
    [InlineData(1, 0, 0.5)]
    [InlineData(200, 7, 0.5)]
    [InlineData(400, 8, null)]
    [InlineData(1, 8, 1.0)]
    public void What_is_urgent_is_tried_often_while_its_server_is_away_and_given_up_when_all_else_is(
        int attempts, int hours, double? minutes) =>
        BackOff.WhileAway(attempts, TimeSpan.FromHours(hours))
            .Should().Be(minutes is { } wait ? TimeSpan.FromMinutes(wait) : (TimeSpan?)null);
}
