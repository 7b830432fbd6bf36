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
}
