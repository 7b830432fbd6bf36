namespace FaspayBilling.Tests.Support;

public sealed class TestClockTests
{
    private readonly TestClock clock = new();

    [Fact]
    public void The_clock_stands_until_it_is_moved()
    {
        var before = clock.GetUtcNow();

        clock.Advance(TimeSpan.FromHours(2));

        clock.GetUtcNow().Should().Be(before.AddHours(2));
        clock.GetElapsedTime(before.Ticks).Should().Be(TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task A_delay_ends_when_its_moment_comes_and_not_before()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(1), clock);

        clock.Advance(TimeSpan.FromSeconds(59));
        delay.IsCompleted.Should().BeFalse();
        clock.Waiting.Should().Be(1);

        clock.Advance(TimeSpan.FromSeconds(1));
        await delay.WaitAsync(TimeSpan.FromSeconds(10));
        clock.Waiting.Should().Be(0);
    }

    [Fact]
    public void A_repeating_timer_sees_every_moment_at_which_it_was_due()
    {
        var start = clock.GetUtcNow();
        var seen = new List<TimeSpan>();
        using var timer = clock.CreateTimer(_ => seen.Add(clock.GetUtcNow() - start), null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30));

        clock.Advance(TimeSpan.FromSeconds(75));

        seen.Should().Equal(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(70));
    }

    [Fact]
    public void A_disposed_timer_never_runs()
    {
        var runs = 0;
        clock.CreateTimer(_ => runs++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)).Dispose();

        clock.Advance(TimeSpan.FromMinutes(1));

        runs.Should().Be(0);
    }
}
