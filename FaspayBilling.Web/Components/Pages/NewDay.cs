using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Components.Pages;

/// <summary>Tells each time that a new day has begun in Jakarta, until it is disposed of.</summary>
internal sealed class NewDay : IDisposable
{
    private readonly TimeProvider clock;
    private readonly Action told;
    private readonly ITimer timer;
    private DateOnly day;

    public NewDay(TimeProvider clock, Action told)
    {
        (this.clock, this.told, day) = (clock, told, JakartaCalendar.DayOf(clock.Now()));
        timer = clock.CreateTimer(_ => Look(), null, UntilMidnight, Timeout.InfiniteTimeSpan);
    }

    // A timer does not follow the clock exactly: one that comes early waits for the rest.
    private TimeSpan UntilMidnight => JakartaCalendar.StartOf(day.AddDays(1)) - clock.Now() is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        var today = JakartaCalendar.DayOf(clock.Now());
        var begun = today > day;
        day = today;
        timer.Change(UntilMidnight, Timeout.InfiniteTimeSpan);
        if (begun)
        {
            told();
        }
    }
}
