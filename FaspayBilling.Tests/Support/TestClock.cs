namespace FaspayBilling.Tests.Support;

/// <summary>A clock that moves only when a test moves it; timers and delays that fall due run inside <see cref="Advance"/>, in order.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<TestTimer> timers = [];
    private DateTimeOffset now = now.ToUniversalTime();

    /// <summary>Starts on a quiet Monday morning in Jakarta.</summary>
    public TestClock()
        : this(new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(7)))
    {
    }

    /// <summary>Timers and delays that wait; a test waits for this before it moves the clock.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return timers.Count;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TestTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves on by <paramref name="by"/>; every timer sees the moment at which it was due.</summary>
    public void Advance(TimeSpan by) => Set(GetUtcNow() + by);

    /// <summary>Moves to <paramref name="to"/>; backwards no timer runs.</summary>
    public void Set(DateTimeOffset to)
    {
        while (NextDue(to) is { } timer)
        {
            timer.Run();
        }

        lock (gate)
        {
            now = to.ToUniversalTime();
        }
    }

    private TestTimer? NextDue(DateTimeOffset until)
    {
        lock (gate)
        {
            var next = timers.Where(t => t.Due <= until).MinBy(t => t.Due);
            if (next is null)
            {
                return null;
            }

            now = next.Due > now ? next.Due : now;
            if (next.Period > TimeSpan.Zero)
            {
                next.Due += next.Period;
            }
            else
            {
                timers.Remove(next);
            }

            return next;
        }
    }

    private sealed class TestTimer(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Run() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                Period = period;
                Due = clock.now + dueTime;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    clock.timers.Add(this);
                }

                return true;
            }
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
